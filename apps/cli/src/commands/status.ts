import { platformStatus, readAlerts } from '@sotay/operations'
import { operation } from '../operation'

export const status = operation({
  name: 'status',
  description: 'Tình trạng của hệ thống',
  async run({ ctx }) {
    const state = await platformStatus(ctx)
    return { ...state, alerts: state.database.ok ? await readAlerts(ctx) : [] }
  },
  show: ({ database, store, queue, tenants, behind, migration, alerts }) => [
    `Cơ sở dữ liệu: ${database.ok ? `tốt, PostgreSQL ${database.version}, ${database.milliseconds} ms` : database.failure}`,
    `Kho tệp: ${store.ok ? 'tốt' : store.failure}`,
    `Hàng đợi: ${queue.waiting} chờ, ${queue.running} đang làm, ${queue.retrying} thử lại, ${queue.dead} hỏng; chờ lâu nhất ${queue.oldestSeconds} giây`,
    `Tỉnh: ${tenants.active} đang mở, ${tenants.suspended} tạm dừng, ${tenants.provisioning} dở dang`,
    behind.length > 0 ? `Bảng dữ liệu chưa tới bản ${migration}: ${behind.join(', ')}` : `Bảng dữ liệu: ${migration}`,
    ...alerts.map(
      ({ kind, slug, value }) => `Cảnh báo: ${[slug, kind, value].filter((part) => part !== undefined).join(' ')}`,
    ),
  ],
  exit: ({ database, store }) => (database.ok && store.ok ? 0 : 1),
})
