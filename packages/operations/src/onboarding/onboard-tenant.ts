import { Invalid } from '@sotay/kernel'
import { type Answers, AnswersRefused, applyAnswers, type TenantConfiguration } from '@sotay/tenant-config'
import type { OperationsContext } from '../context'
import { fieldsOf } from '../operators/fields-of'
import { type CreationParts, createTenant } from '../tenants/create-tenant'
import { storeBrand } from '../tenants/publish-brand'
import { handRoster, seatAdministrator } from './furnish-tenant'
import { type Administrator, administratorInput } from './inputs'
import { findPreset, presetDrawings } from './presets'

/** Everything a province begins with. */
export interface Onboarding {
  preset: string
  answers: Answers
  administrator: Administrator
  /** As painted by `paintEmblem`; the preset's when absent. */
  emblem?: Buffer
  roster?: File
}

export interface OnboardedTenant {
  slug: string
  name: string
  domains: string[]
  /** The first administrator, to issue the letter to. */
  memberId: string
  parts: CreationParts
}

/**
 * What answers make of a preset.
 * @throws NotFound for an unknown preset · Invalid by question · ConfigurationError when they contradict one another
 */
export function configurationOf(preset: string, answers: Answers): TenantConfiguration {
  try {
    return applyAnswers(findPreset(preset), answers)
  } catch (error) {
    if (!(error instanceof AnswersRefused)) throw error
    throw new Invalid(
      Object.fromEntries(Object.entries(error.faults).map(([key, fault]) => [key, [`operations.answer-${fault}`]])),
    )
  }
}

/**
 * Makes a province from a preset's answers: configuration, tree, brand, roster, first administrator. Everything or nothing.
 * @throws Invalid by field · ConfigurationError · Conflict when the slug or a domain is taken
 * Source: R38
 */
export async function onboardTenant(
  ctx: OperationsContext,
  given: Onboarding,
  onProgress: (part: keyof CreationParts) => void = () => {},
): Promise<OnboardedTenant> {
  const configuration = configurationOf(given.preset, given.answers)
  const person = administratorInput.safeParse(given.administrator)
  if (!person.success) throw new Invalid(fieldsOf(person.error))
  const drawings = { ...presetDrawings(), ...(given.emblem ? { emblem: given.emblem } : {}) }
  let memberId = ''
  const { record, parts } = await createTenant(ctx, configuration, onProgress, async (province) => {
    await storeBrand(ctx, province.tenant.id, configuration.brand, drawings)
    memberId = await seatAdministrator(province, person.data)
    if (given.roster) await handRoster(province, given.roster)
  })
  const { slug, name, domains } = record
  return { slug, name, domains, memberId, parts }
}
