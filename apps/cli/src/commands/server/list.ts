import { listServers } from '@sotay/operations'
import { operation } from '../../operation'
import { table } from '../../table'

export const serverList = operation({
  name: 'list',
  description: 'Các máy chủ dữ liệu và số tỉnh trên mỗi máy',
  run: ({ ctx }) => listServers(ctx),
  show: (servers) =>
    table([
      ['TÊN', 'ĐỊA CHỈ', 'CƠ SỞ DỮ LIỆU', 'SỐ TỈNH'],
      ...servers.map(({ key, host, port, database, tenants }) => [key, `${host}:${port}`, database, tenants]),
    ]),
})
