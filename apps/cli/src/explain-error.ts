import { sqlState } from '@sotay/db'
import { EmbeddedError } from '@sotay/embedded'
import { FileStoreUnavailable } from '@sotay/files'
import { Refusal } from '@sotay/kernel'
import { describeRefusal } from '@sotay/operations'
import { MigrationMismatch, SettingsError } from '@sotay/tenancy'
import { ConfigurationError } from '@sotay/tenant-config'
import { Refused, WrongUse } from './refused'

export interface Explained {
  code: string
  message: string
  exit: 1 | 2
}

const database: Record<string, string> = {
  '28P01':
    'Máy chủ dữ liệu từ chối mật khẩu. Kiểm tra tài khoản và mật khẩu trong SOTAY_DATABASE_URL, và SOTAY_SECRET.',
  '28000': 'Máy chủ dữ liệu từ chối tài khoản. Kiểm tra SOTAY_DATABASE_URL.',
  '3D000': 'Máy chủ dữ liệu không có cơ sở dữ liệu được nêu. Tạo cơ sở dữ liệu đó, hoặc sửa SOTAY_DATABASE_URL.',
  '3F000': 'Cơ sở dữ liệu này chưa được chuẩn bị cho Sổ tay. Chạy "sotay migrate" trước.',
  '42P01': 'Cơ sở dữ liệu này chưa được chuẩn bị cho Sổ tay. Chạy "sotay migrate" trước.',
  '42501': 'Tài khoản trong SOTAY_DATABASE_URL không đủ quyền: cần quyền tạo lược đồ và tài khoản.',
  '53100': 'Ổ đĩa của máy chủ dữ liệu đã đầy. Giải phóng dung lượng rồi chạy lại.',
  '53300': 'Máy chủ dữ liệu đã hết kết nối. Tăng max_connections, hoặc dừng bớt tiến trình.',
  '55P03': 'Bảng đang bị giữ bởi việc khác. Chờ ít phút rồi chạy lại.',
  '57P03': 'Máy chủ dữ liệu đang khởi động. Chờ ít giây rồi chạy lại.',
}

const system: Record<string, string> = {
  ECONNREFUSED: 'Không kết nối được máy chủ dữ liệu. Kiểm tra máy chủ và địa chỉ trong SOTAY_DATABASE_URL.',
  ENOTFOUND: 'Không tìm thấy máy chủ dữ liệu theo tên trong SOTAY_DATABASE_URL.',
  CONNECTION_CLOSED: 'Máy chủ dữ liệu ngắt kết nối giữa chừng. Kiểm tra máy chủ rồi chạy lại.',
  CONNECTION_ENDED: 'Máy chủ dữ liệu ngắt kết nối giữa chừng. Kiểm tra máy chủ rồi chạy lại.',
  CONNECT_TIMEOUT: 'Máy chủ dữ liệu không trả lời. Kiểm tra mạng và địa chỉ trong SOTAY_DATABASE_URL.',
  ENOSPC: 'Ổ đĩa đã đầy. Giải phóng dung lượng rồi chạy lại.',
  EACCES: 'Không đủ quyền ghi. Cấp quyền cho người đang chạy, hoặc đặt SOTAY_DATA sang thư mục khác.',
}

/** One Vietnamese sentence for whatever went wrong, with what to do, and the exit code. */
export function explainError(error: unknown): Explained {
  if (error instanceof WrongUse) return { code: 'usage', message: error.message, exit: 2 }
  if (error instanceof Refusal) return { code: error.code, message: describeRefusal(error), exit: 1 }
  if (error instanceof ConfigurationError) return { code: 'configuration', message: error.message, exit: 1 }
  if (error instanceof EmbeddedError) return { code: error.code, message: `${error.message} ${error.hint}`, exit: 1 }
  if (error instanceof SettingsError || error instanceof Refused)
    return { code: error.name, message: error.message, exit: 1 }
  if (error instanceof FileStoreUnavailable) {
    return { code: 'store', message: 'Không dùng được kho tệp. Kiểm tra máy chủ và các biến SOTAY_S3_*.', exit: 1 }
  }
  if (error instanceof MigrationMismatch) {
    const message = `Cơ sở dữ liệu không phải của bản phần mềm này: ${error.message}. Kiểm tra SOTAY_DATABASE_URL, hoặc dùng đúng bản phần mềm.`
    return { code: 'foreign-database', message, exit: 1 }
  }
  if (isInputError(error)) {
    const lines = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    return { code: 'input', message: `Dữ liệu nhập chưa đúng: ${lines.join('; ')}.`, exit: 2 }
  }
  const code = codeOf(error)
  const known = database[sqlState(error) ?? ''] ?? system[code]
  if (known) return { code: sqlState(error) ?? code, message: known, exit: 1 }
  return {
    code: 'unexpected',
    message: `Lỗi ngoài dự kiến: ${error instanceof Error ? error.message : String(error)}`,
    exit: 1,
  }
}

interface InputError {
  issues: { path: PropertyKey[]; message: string }[]
}
const isInputError = (error: unknown): error is InputError =>
  error instanceof Error && 'issues' in error && error.name.includes('Zod')

function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause)
    if ('code' in at && typeof at.code === 'string') return at.code
  return ''
}
