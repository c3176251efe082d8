import { join } from 'node:path'
import { writePassword } from './admin-password'
import { handOver } from './data-folder'
import type { Cluster } from './init-cluster'
import { runBinary } from './run-binary'

/** Sets the superuser's password on a stopped server, in PostgreSQL's single-user mode. */
export async function resetPassword({ dataDir, binaries, user }: Cluster, password: string): Promise<void> {
  const quoted = `'${password.replaceAll("'", "''")}'`
  const settings = ['-c', 'wal_level=logical', '-c', 'max_connections=400']
  await handOver(dataDir, user, ({ name, fd }) =>
    runBinary(join(binaries, 'bin/postgres'), ['--single', '-D', name, ...settings, 'postgres'], {
      user,
      inherit: [fd],
      input: `ALTER ROLE postgres PASSWORD ${quoted};\n`,
    }),
  )
  await writePassword(dataDir, password, user)
}
