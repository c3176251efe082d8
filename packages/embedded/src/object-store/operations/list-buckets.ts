import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Call, reply } from '../operation'
import { documentOf, element } from '../xml'

export async function listBuckets(call: Call): Promise<void> {
  const folder = join(call.root, 'buckets')
  const buckets = await Promise.all(
    (await readdir(folder)).sort().map(async (name) => {
      const { birthtime } = await stat(join(folder, name))
      return element('Bucket', element('Name', name), element('CreationDate', birthtime.toISOString()))
    }),
  )
  const owner = element('Owner', element('ID', 'sotay'))
  reply(call, 200, {}, documentOf('ListAllMyBucketsResult', owner, element('Buckets', ...buckets)))
}
