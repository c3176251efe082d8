import { authorize, Conflict, Invalid, type TenantContext, transaction } from '@sotay/kernel'
import {
  ConfigurationError,
  type ConfigurationIssue,
  parseTenantFile,
  readWritten,
  type SectionKey,
  type TenantConfiguration,
  writeConfiguration,
  writeTenantFile,
} from '@sotay/tenant-config'
import { changesBetween } from './changes-between'
import { markOf } from './draft-mark'
import { loadInForce } from './in-force'
import { type ImportFile, importFileInput } from './inputs'
import { drafted, loadOpenDraft } from './load-draft'
import { takeConfiguration } from './take-configuration'

/** The configuration in force as the text of a tenant.yaml. */
export async function exportFile(ctx: TenantContext): Promise<string> {
  authorize(ctx, 'settings.read')
  return writeTenantFile((await loadInForce(ctx.db)).configuration)
}

/**
 * What taking a tenant.yaml into the draft would change. Writes nothing.
 * @throws Invalid with the first places that are wrong · Conflict when it is another province's
 */
export async function compareFile(ctx: TenantContext, input: ImportFile) {
  authorize(ctx, 'settings.manage')
  const { text } = importFileInput.parse(input)
  const inForce = await loadInForce(ctx.db)
  const wanted = readFile(text, inForce.configuration)
  const sections = (await loadOpenDraft(ctx.db))?.sections ?? []
  const written = drafted(inForce.written, sections)
  const { configuration } = readWritten(written)
  const before = configuration ? { written, configuration } : inForce
  const after = { written: writeConfiguration(wanted), configuration: wanted }
  return { mark: markOf(sections), ...changesBetween(ctx, before, after) }
}

/**
 * Takes a tenant.yaml into the draft.
 * @returns the sections it changed
 * @throws as `compareFile`; Conflict when the draft is no longer what it was compared with
 */
export async function importFile(ctx: TenantContext, input: ImportFile): Promise<SectionKey[]> {
  authorize(ctx, 'settings.manage')
  const { text, seen } = importFileInput.parse(input)
  return transaction(ctx, async (tx) => {
    const wanted = readFile(text, (await loadInForce(tx.db)).configuration)
    return takeConfiguration(tx, writeConfiguration(wanted), { source: 'file', seen })
  })
}

const MOST_ISSUES = 5

function readFile(text: string, { slug, kind, timezone, domains, demo }: TenantConfiguration): TenantConfiguration {
  let read: TenantConfiguration
  try {
    read = parseTenantFile(text, 'tenant.yaml')
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    const said = error.issues.slice(0, MOST_ISSUES).map(sayIssue).join(' ')
    throw new Invalid({ text: [{ code: 'settings.rule', params: { message: said } }] })
  }
  if (read.slug !== slug || read.kind !== kind || read.timezone !== timezone)
    throw new Conflict('settings.other-province')
  // Domains have a page and a proof of their own.
  return { ...read, domains, ...(demo ? { demo } : {}) }
}

const sayIssue = ({ line, path, message }: ConfigurationIssue): string =>
  `Dòng ${line}${path ? `, ${path}` : ''}: ${message}.`
