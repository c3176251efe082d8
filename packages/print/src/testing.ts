import { extractText, getDocumentProxy } from 'unpdf'
import type { OfficialDocument } from './official-document'

/** The text a reader selects, page by page, composed. */
export const pagesOf = async (file: Buffer): Promise<string[]> => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)))
  return text.map((page) => page.normalize('NFC'))
}

export const VIETNAMESE =
  'aàảãáạ ăằẳẵắặ âầẩẫấậ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ đĐ ƯỜNG HUYỆN NGHĨA fi ffi 1.234,5 – “Ô”'

export const documentOf = (parts: Partial<OfficialDocument> = {}): OfficialDocument => ({
  issuer: { above: 'Đảng bộ xã Trà Bồng', name: 'Chi bộ thôn Bình An' },
  number: 'Số 12-TB/CB',
  placeAndDate: 'Trà Bồng, ngày 03 tháng 02 năm 2026',
  title: 'Phiếu đảng viên',
  subtitle: 'Bản in thử',
  blocks: [{ kind: 'paragraph', text: VIETNAMESE }],
  signatures: [{ role: 'T/M chi bộ', name: 'Bí thư thử nghiệm' }],
  ...parts,
})

export const HOSTILE = [
  'a\u0000b\u0001c\u001fd\u007f\u009b',
  'w'.repeat(50_000),
  'مرحبا بالعالم \u202etxt.exe\u202c שלום',
  '\ud800 half \udc00',
  '<w:t>&amp;</w:t> ]]> <!-- -->',
  '😀🇻🇳 漢字 Ẩn̈́ͯ\u0301\u0301\u0301',
  '\ufffe\uffff\ufeff',
  '',
  '   ',
  'x\r\ny\u2028z\tq',
]
