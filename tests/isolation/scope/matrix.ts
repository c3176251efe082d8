import type { RoleKey } from '@sotay/tenant-config'

/**
 * Who may do what, and how far: what the province expects, written by hand and compared with what the verbs do.
 *
 * - `●` the unit at which the role is held and everything below it
 * - `◐` what falls to that unit itself: not what a committee below it decides on its own
 * - `○` one's own alone: own account, own file, the cell one belongs to
 * - `▣` the whole province at once
 * - `*` anybody, signed in or not
 * - `–` nothing
 */
export type Reach = '●' | '◐' | '○' | '▣' | '*' | '–'

const columns: Record<string, RoleKey> = {
  ĐV: 'member',
  BT: 'cell_secretary',
  PBT: 'cell_deputy',
  CU: 'committee_secretary',
  QTĐV: 'unit_admin',
  BTV: 'editor',
  TBBT: 'editor_in_chief',
  CTV: 'contributor',
  BTC: 'organisation_dept',
  BTG: 'propaganda_dept',
  KT: 'inspection',
  TKBCĐ: 'steering_secretary',
  TK: 'statistics_officer',
  QTHT: 'tenant_admin',
}

// An office in a cell sees the cell, no more (QN 8). Registrations are the nearest committee's own, and its administrator's
// (QN 10.1.3); the row of `accounts.issue` holds where accounts are issued (ĐX II.2.4).
const table = `
                          ĐV BT PBT CU QTĐV BTV TBBT CTV BTC BTG KT TKBCĐ TK QTHT
organisation.read         ○  ○  ○   ●  ●    ○   ○    ○   ●   ○   ●  ○     ●  ●
organisation.browse       –  –  –   ●  ●    –   –    –   ●   –   ●  –     ●  ●
organisation.export       –  –  –   ●  ●    –   –    –   ●   –   –  –     ●  ●
organisation.manage       –  –  –   –  –    –   –    –   ●   –   –  –     –  ●
reorganisation.manage     –  –  –   –  –    –   –    –   ●   –   –  –     –  ●
members.read              –  ●  ●   ●  ●    –   –    –   ●   –   –  –     –  ●
members.manage            –  ●  –   ●  ●    –   –    –   ●   –   –  –     –  ●
dossiers.own              ○  ○  ○   ○  ○    ○   ○    ○   ○   ○   ○  ○     ○  ○
dossiers.read             –  ●  ●   ●  ●    –   –    –   ●   –   –  –     –  ●
dossiers.readSensitive    –  ●  –   ●  –    –   –    –   ●   –   –  –     –  –
dossiers.keep             –  ●  –   ●  –    –   –    –   ●   –   –  –     –  –
dossiers.decide           –  ●  –   ●  –    –   –    –   –   –   –  –     –  –
imports.manage            –  ●  –   ●  ●    –   –    –   ●   –   –  –     –  ●
transfers.own             ○  ○  ○   ○  ○    ○   ○    ○   ○   ○   ○  ○     ○  ○
transfers.read            –  ●  ●   ●  ●    –   –    –   ●   –   –  –     –  ●
transfers.request         –  ●  ●   –  ●    –   –    –   ●   –   –  –     –  –
transfers.answer          –  ●  ●   ●  ●    –   –    –   –   –   –  –     –  –
transfers.decide          –  –  –   ◐  ◐    –   –    –   ◐   –   –  –     –  –
transfers.receive         –  –  –   –  –    –   –    –   ●   –   –  –     –  ●
cards.own                 ○  ○  ○   ○  ○    ○   ○    ○   ○   ○   ○  ○     ○  ○
cards.read                –  ●  ●   ●  ●    –   –    –   ●   –   –  –     –  ●
cards.record              –  ●  –   ●  ●    –   –    –   ●   –   –  –     –  ●
cards.confirm             –  ●  ●   ●  –    –   –    –   ●   –   –  –     –  ●
cards.resolve             –  –  –   –  –    –   –    –   ●   –   –  –     –  ●
accounts.register         *  *  *   *  *    *   *    *   *   *   *  *     *  *
accounts.signIn           *  *  *   *  *    *   *    *   *   *   *  *     *  *
accounts.own              ○  ○  ○   ○  ○    ○   ○    ○   ○   ○   ○  ○     ○  ○
accounts.approve          –  –  –   ◐  ◐    –   –    –   –   –   –  –     –  –
accounts.oversee          –  –  –   ◐  ◐    –   –    –   ●   –   –  –     –  ●
accounts.issue            –  –  –   –  ●    –   –    –   ●   –   –  –     –  ●
accounts.manage           –  –  –   –  –    –   –    –   ●   –   –  –     –  ●
authority.read            –  –  –   ●  ●    –   –    –   ●   –   –  –     –  ●
authority.grantBelow      –  –  –   ●  ●    –   –    –   ●   –   –  –     –  ●
authority.manage          –  –  –   –  –    –   –    –   ●   –   –  –     –  ●
adoption.read             –  ●  ●   ●  ●    –   –    –   ●   ●   –  –     ●  ●
adoption.names            –  ●  ●   ●  ●    –   –    –   ●   –   –  –     –  ●
adoption.census           –  ●  ●   –  ●    –   –    –   ●   –   –  –     –  –
adoption.recount          –  –  –   –  –    –   –    –   –   –   –  –     –  ▣
`

const [head = '', ...lines] = table.trim().split('\n')
const roles = head
  .trim()
  .split(/\s+/)
  .map((short) => columns[short] ?? ('' as RoleKey))

/** Reach by permission and role. */
export const matrix: ReadonlyMap<string, ReadonlyMap<RoleKey, Reach>> = new Map(
  lines.map((line) => {
    const [permission = '', ...cells] = line.trim().split(/\s+/)
    return [permission, new Map(roles.map((role, index) => [role, cells[index] as Reach]))]
  }),
)

/** Where somebody stands to a place of the tree, seen from the unit at which a role is held. */
export type Relation = 'direct' | 'deep' | 'beside' | 'above'

/** Whether a reach takes in such a place. What is one's own is asked apart. */
export const takesIn = (reach: Reach, relation: Relation): boolean =>
  reach === '*' ||
  reach === '▣' ||
  (reach === '●' ? relation === 'direct' || relation === 'deep' : reach === '◐' && relation === 'direct')
