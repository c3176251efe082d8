import { seedDemo } from '@sotay/operations'
import { operation } from '../../operation'
import { fileArgs, readFolder } from '../../tenant-argument'

export const demoSeed = operation({
  name: 'seed',
  description: 'Điền cây tổ chức, đảng viên và người dùng thử minh họa cho một tỉnh từ thư mục của tỉnh đó',
  args: fileArgs,
  async run({ ctx, args }) {
    const folder = await readFolder(args)
    return { slug: folder.configuration.slug, ...(await seedDemo(ctx, folder)) }
  },
  show: ({ slug, units, members, personas }) => [
    `${slug}: thêm ${units} đơn vị, ${members} đảng viên, ${personas} người dùng thử.`,
  ],
})
