import type { FileValues } from './field-type'

const pick = <Item>(items: readonly Item[], index: number): Item => items[index % items.length]!

const HAMLETS = ['thôn Đông', 'thôn Tây', 'thôn Nam', 'thôn Bắc', 'thôn Trung']
const OCCUPATIONS = ['Giáo viên', 'Nông dân', 'Cán bộ hưu trí', 'Viên chức y tế', 'Công chức xã', 'Kỹ sư']
const RELATIONS = ['Cha', 'Mẹ', 'Vợ hoặc chồng', 'Con']

/** A made-up file; nothing in it belongs to anybody. */
export function demoFile(
  index: number,
  { birthDate, admittedOn }: { birthDate: string | null; admittedOn: string | null },
  today: string,
): FileValues {
  const born = Number((birthDate ?? '1970').slice(0, 4))
  const now = Number(today.slice(0, 4))
  const year = (age: number) => String(Math.min(born + age, now))
  const occupation = pick(OCCUPATIONS, index)
  return {
    birthPlace: `Xã minh họa, ${pick(HAMLETS, index)}`,
    homeTown: `Xã minh họa, ${pick(HAMLETS, index + 1)}`,
    residence: `Số ${index + 10}, ${pick(HAMLETS, index + 2)}, xã minh họa`,
    ethnicity: 'Kinh',
    religion: 'Không',
    occupation,
    nationalId: `0000000${String(10_000 + index)}`,
    generalEducation: '12/12',
    profession: pick(['Đại học', 'Cao đẳng', 'Trung cấp'], index),
    relatives: RELATIONS.map((relation, at) => ({
      relation,
      name: `Người thân minh họa ${at + 1}`,
      born: String(born + [-28, -26, 1, 25][at]!),
      occupation: pick(OCCUPATIONS, index + at),
    })).filter((row) => Number(row.born) <= now),
    studies: [{ from: `09/${year(18)}`, to: `06/${year(22)}`, school: 'Trường minh họa', degree: 'Cử nhân' }],
    workHistory: [
      { from: year(22), to: year(30), post: occupation, place: 'Đơn vị minh họa A' },
      { from: year(30), post: occupation, place: 'Đơn vị minh họa B' },
    ],
    ...(admittedOn ? { cardIssuedOn: admittedOn, introducers: [{ name: 'Người giới thiệu minh họa' }] } : {}),
    ...(index % 3 === 0
      ? { commendations: [{ on: String(now - 1), form: 'Giấy khen', issuer: 'Đảng ủy minh họa' }] }
      : {}),
    health: 'Bình thường',
  }
}

const WISHES: Record<string, unknown>[] = [
  { residence: 'Số 5, thôn Trung, xã minh họa', occupation: 'Cán bộ hưu trí' },
  { languages: [{ language: 'Tiếng Anh', level: 'B1' }] },
  { profession: 'Thạc sĩ', workplace: 'Trường trung học cơ sở minh họa' },
]

export const demoWish = (index: number): Record<string, unknown> => pick(WISHES, index)
