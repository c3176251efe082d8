import { listOperators, type OperationsContext, type OperatorSummary } from '@sotay/operations'
import { Refused } from '../../refused'

/** @throws Refused when nobody has that address */
export async function findOperator(ctx: OperationsContext, address: string): Promise<OperatorSummary> {
  const email = address.trim().toLowerCase()
  const found = (await listOperators(ctx)).find((entry) => entry.email === email)
  if (!found) throw new Refused(`Không có người vận hành nào dùng địa chỉ ${email}.`)
  return found
}
