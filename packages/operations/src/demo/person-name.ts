import type { Random } from './random'

// Common names only, combined at random, and no given name that a holder of high office made known.
const families =
  'Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split(' ')
const men = {
  middle: ['Văn', 'Văn', 'Văn', 'Hữu', 'Đình', 'Quốc', 'Ngọc', 'Gia', 'Thành', 'Bá'],
  given:
    'An Bảo Bình Chiến Danh Định Đạt Hải Hiếu Hòa Hoàn Hưng Khánh Khoa Lộc Long Mẫn Nam Nghĩa Nhân Phát Phong Sơn Tài Tâm Thái Thiện Thịnh Tiến Toàn Trí Tuấn Việt Vinh Vũ'.split(
      ' ',
    ),
}
const women = {
  middle: ['Thị', 'Thị', 'Thị', 'Thị Ngọc', 'Thị Thanh', 'Thị Thu', 'Thị Hồng', 'Thị Mỹ', 'Ngọc', 'Thị Bích'],
  given:
    'Ánh Châu Chi Diễm Dung Duyên Đào Giang Hà Hạnh Hiền Hoa Hồng Huệ Hương Lan Liên Loan Mai My Nga Nguyệt Nhàn Nhung Oanh Phượng Quyên Sen Thảo Thơm Thúy Trâm Trang Tuyết Uyên Vân Xuân Yến'.split(
      ' ',
    ),
}

export interface NamedPerson {
  name: string
  gender: 'male' | 'female'
}

/** A fictional person's name, family name first, with the gender it goes with. */
export function namedPerson(random: Random): NamedPerson {
  const gender = random.between(1, 100) <= 55 ? 'male' : 'female'
  const { middle, given } = gender === 'male' ? men : women
  return { name: `${random.pick(families)} ${random.pick(middle)} ${random.pick(given)}`, gender }
}

export const personName = (random: Random): string => namedPerson(random).name
