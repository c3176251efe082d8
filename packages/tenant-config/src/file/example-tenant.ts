/** The smallest whole tenant.yaml, for tests. */
export const exampleTenant = `slug: vi-du
name: Đảng bộ tỉnh Ví Dụ
kind: province
domains: [so-tay.example.vn]
timezone: Asia/Ho_Chi_Minh
regulations:
  quy-che: { title: Quy chế, effectiveFrom: 2024-01-25 }
brand:
  app: Sổ tay
  shortName: Sổ tay
  emblem: brand/e.svg
  ground: brand/g.svg
  colours: { primary: '#b5121b', accent: '#ffd400' }
organisation:
  levels:
    - { key: province, name: Tỉnh, committee: Tỉnh ủy }
    - { key: cell, name: Chi bộ, committee: [Chi ủy], members: true }
  agencies:
    - { key: propaganda, name: Ban Tuyên giáo }
accounts:
  registration: self
  approvedBy: { role: committee_secretary, at: province }
  cardScheme:
    - { pattern: '^[0-9]{8}$', example: '12345678', hint: Số trên thẻ }
  codes: { validMinutes: 5, tries: 5, perAccountPerHour: 5, perNumberPerDay: 10, perAddressPerHour: 30, perTenantPerDay: 1000 }
  sessions: { slidingHours: 12, absoluteHours: 168 }
  totpRoles: [tenant_admin]
roles:
  - { key: member, name: Đảng viên, at: [member] }
  - { key: tenant_admin, name: Quản trị, at: ['agency:propaganda'] }
  - { key: editor, name: Biên tập viên, at: [province] }
modules: [news, meetings]
newsroom:
  owner: propaganda
  boards: [{ level: province, name: Ban Biên tập }]
  columns: [{ key: tin, name: Tin }]
  deadlines:
    - { when: working-hours, within: 8h, cite: quy-che/12.1 }
    - { when: out-of-hours, within: 10 giờ }
calendar:
  workingDays: [T2, T3, T4, T5, T6]
  workingHours: ['07:30-11:30', '13:30-17:00']
  holidays: vietnam
reporting:
  - { key: bao-cao, duty: Báo cáo, by: each cell under province, to: agency:propaganda, due: trước ngày 27 hằng tháng, adHoc: true }
meetings: { regular: hằng tháng, substitutesRealMeeting: false }
targets: []
exemptions: []
texts: { welcome: Kính chào đồng chí }
`
