import { useText } from '@sotay/i18n'
import type { TenantSummary } from '@sotay/operations'
import { StatusTag } from '@sotay/ui'

const tags = { active: 'published', suspended: 'withdrawn', provisioning: 'pending', removing: 'withdrawn' } as const

export function ProvinceStatus({ status }: { status: TenantSummary['status'] }) {
  const t = useText('console')
  return <StatusTag status={tags[status]} words={t(`status.${status}`)} />
}
