import { listBackups } from '@sotay/operations'
import { megabytes } from '../../megabytes'
import { operation } from '../../operation'
import { table } from '../../table'
import { slugArgs } from '../../tenant-argument'

export const backupList = operation({
  name: 'list',
  description: 'Các bản sao lưu, mới nhất trước',
  args: slugArgs,
  run: ({ ctx, args }) => listBackups(ctx, args.tenant ?? args.slug),
  show: (rows) =>
    table([
      ['MÃ', 'TỈNH', 'LOẠI', 'LÚC', 'DUNG LƯỢNG', 'DÒNG', 'DIỄN TẬP', 'LỖI'],
      ...rows.map(({ id, slug, kind, finishedAt, askedAt, bytes, rows: count, drill, error, destroyedAt }) => [
        id,
        slug,
        kind,
        (finishedAt ?? askedAt).toISOString(),
        destroyedAt ? 'đã hủy' : megabytes(bytes),
        count,
        drill?.outcome ?? null,
        error,
      ]),
    ]),
})
