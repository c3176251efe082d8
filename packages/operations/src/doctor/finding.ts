import type { TenantContext } from '@sotay/kernel'
import type { TenantRecord } from '@sotay/tenancy'
import type { OperationsContext } from '../context'

/** One line of an examination. */
export interface Finding {
  check: 'audit' | 'grants' | 'isolation' | 'migrations' | 'configuration' | 'store' | 'organisation' | 'brand'
  ok: boolean
  /** What was found, in Vietnamese. */
  finding: string
  /** What to do about it; absent when all is well. */
  remedy?: string
}

/** A province under examination. */
export interface Patient {
  ctx: OperationsContext
  record: TenantRecord
  province: TenantContext
}

export const well = (check: Finding['check'], finding: string): Finding => ({ check, ok: true, finding })
export const ill = (check: Finding['check'], finding: string, remedy: string): Finding => ({
  check,
  ok: false,
  finding,
  remedy,
})
