import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePort } from '@sotay/embedded'
import type { S3Target } from './s3-target'

const run = promisify(execFile)
const PROGRAMS = ['ceph', 'ceph-authtool', 'ceph-mgr', 'ceph-mon', 'ceph-osd', 'monmaptool', 'radosgw', 'radosgw-admin']
const PACKAGES = ['radosgw', 'ceph-mon', 'ceph-mgr', 'ceph-osd']

/** Why Ceph cannot be tested here; undefined when it can (installed on the way where that is possible). */
export async function cephMissing(): Promise<string | undefined> {
  if (process.env.SOTAY_TEST_CEPH !== '1') return 'SOTAY_TEST_CEPH is not 1'
  if (process.getuid?.() !== 0) return 'not root'
  const found = await Promise.allSettled(PROGRAMS.map((program) => run('which', [program])))
  if (found.every(({ status }) => status === 'fulfilled')) return undefined
  return installCeph().then(
    () => undefined,
    (error: Error) => `could not install ${PACKAGES.join(' ')}: ${error.message.split('\n')[0]}`,
  )
}

async function installCeph(): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { env })
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...PACKAGES], { env, maxBuffer: 64 * 1024 ** 2 })
}

/** A Ceph of one monitor, one manager, one store in memory and one gateway, on loopback, gone after `stop`. */
export async function startCephRgw(): Promise<S3Target> {
  const dir = await mkdtemp(join(tmpdir(), 'sotay-ceph-'))
  const daemons: ChildProcess[] = []
  const stop = async () => {
    await Promise.all(daemons.map(ended))
    await rm(dir, { recursive: true, force: true })
  }
  try {
    return { ...(await startDaemons(dir, daemons)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startDaemons(dir: string, daemons: ChildProcess[]): Promise<Omit<S3Target, 'stop'>> {
  const [monitorPort, gatewayPort] = [await freePort(), await freePort()]
  const fsid = randomUUID()
  const conf = join(dir, 'ceph.conf')
  await writeFile(conf, configuration(dir, fsid, monitorPort))
  const ceph = (...args: string[]) => run('ceph', ['-c', conf, '--connect-timeout', '20', ...args])
  const daemon = (program: string, ...args: string[]) =>
    daemons.push(spawn(program, ['-c', conf, '-f', ...args], { stdio: 'ignore' }))
  const keyring = (name: string) => join(dir, `${name}.keyring`)
  const grant = (name: string) =>
    ceph('auth', 'get-or-create', name, 'mon', 'allow *', 'osd', 'allow *', 'mgr', 'allow *', '-o', keyring(name))

  await makeMonitor(dir, conf, fsid, monitorPort)
  daemon('ceph-mon', '-i', 'a')
  await grant('mgr.x')
  daemon('ceph-mgr', '-i', 'x')
  const osd = randomUUID()
  await ceph('osd', 'new', osd)
  await grant('osd.0')
  await run('ceph-osd', ['-c', conf, '-i', '0', '--mkfs', '--osd-uuid', osd])
  daemon('ceph-osd', '-i', '0')
  await grant('client.rgw')
  daemon('radosgw', '-n', 'client.rgw', '--rgw-frontends', `beast endpoint=127.0.0.1:${gatewayPort}`)

  const endpoint = `http://127.0.0.1:${gatewayPort}`
  await answering(endpoint)
  const keys = { accessKey: 'conformance', secretKey: randomUUID() }
  const account = ['--uid', 'conformance', '--display-name', 'conformance']
  const secrets = ['--access-key', keys.accessKey, '--secret-key', keys.secretKey]
  await run('radosgw-admin', ['-c', conf, 'user', 'create', ...account, ...secrets])
  return { endpoint, region: 'us-east-1', ...keys }
}

async function makeMonitor(dir: string, conf: string, fsid: string, port: number): Promise<void> {
  const keyring = (name: string) => join(dir, `${name}.keyring`)
  const all = ['mon', 'osd', 'mgr'].flatMap((part) => ['--cap', part, 'allow *'])
  const create = (file: string, name: string) =>
    run('ceph-authtool', ['--create-keyring', keyring(file), '--gen-key', '-n', name, ...all])
  await create('mon.a', 'mon.')
  await create('client.admin', 'client.admin')
  await run('ceph-authtool', [keyring('mon.a'), '--import-keyring', keyring('client.admin')])
  const map = join(dir, 'monmap')
  await run('monmaptool', ['--create', '--addv', 'a', `[v2:127.0.0.1:${port}]`, '--fsid', fsid, map])
  for (const folder of ['mon.a', 'osd.0']) await mkdir(join(dir, folder))
  await run('ceph-mon', ['-c', conf, '--mkfs', '-i', 'a', '--monmap', map, '--keyring', keyring('mon.a')])
}

const configuration = (dir: string, fsid: string, port: number) => `[global]
fsid = ${fsid}
mon host = [v2:127.0.0.1:${port}]
mon initial members = a
public addr = 127.0.0.1
cluster addr = 127.0.0.1
auth cluster required = cephx
auth service required = cephx
auth client required = cephx
keyring = ${dir}/$name.keyring
mon data = ${dir}/mon.a
mgr data = ${dir}
osd data = ${dir}/osd.0
run dir = ${dir}
admin socket = ${dir}/$name.asok
log file = ${dir}/$name.log
osd objectstore = memstore
memstore device bytes = 2147483648
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 8
osd crush chooseleaf type = 0
mon allow pool size one = true
mon data avail crit = 1
ms bind ipv6 = false
`

async function answering(endpoint: string): Promise<void> {
  for (const end = Date.now() + 180_000; Date.now() < end; await delay(250)) {
    const answered = await fetch(endpoint).then(
      () => true,
      () => false,
    )
    if (answered) return
  }
  throw new Error('radosgw did not answer within 180 s')
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
