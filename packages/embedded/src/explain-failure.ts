import { EmbeddedError } from './embedded-error'

const known: [RegExp, (subject: string, cause: unknown) => EmbeddedError][] = [
  [
    /could not look up effective user ID/,
    (_dir, cause) =>
      new EmbeddedError(
        'no-user',
        'Tài khoản đang chạy không có tên trong máy, PostgreSQL không nhận tài khoản không tên.',
        'Chạy bằng một tài khoản có trong /etc/passwd, hoặc bằng root.',
        cause,
      ),
  ],
  [
    /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/,
    (dir, cause) =>
      new EmbeddedError('disk-full', `Ổ đĩa chứa "${dir}" đã đầy.`, 'Giải phóng dung lượng rồi chạy lại.', cause),
  ],
  [
    /EACCES|EPERM|EROFS|Permission denied|Read-only file system|ENOTDIR|EEXIST/,
    (dir, cause) =>
      new EmbeddedError(
        'not-writable',
        `Không ghi được vào thư mục "${dir}".`,
        'Cấp quyền ghi cho người đang chạy, hoặc đặt SOTAY_DATA sang thư mục khác.',
        cause,
      ),
  ],
]

/**
 * Turns a failed file operation or server output into one sentence with what to do.
 * @param subject the folder concerned · @param reason an Error or the server's last log lines
 */
export function explainFailure(subject: string, reason: unknown): EmbeddedError {
  if (reason instanceof EmbeddedError) return reason
  const text = reason instanceof Error ? `${codeOf(reason)} ${reason.message}` : String(reason)
  for (const [pattern, make] of known) if (pattern.test(text)) return make(subject, reason)
  const lastLine = text.trim().split('\n').at(-1) ?? ''
  return new EmbeddedError(
    'start-failed',
    `Máy chủ dữ liệu trong "${subject}" không khởi động được: ${lastLine}`,
    'Xem nhật ký phía trên; nếu dữ liệu thử không cần giữ, chạy lại với "npm start -- --fresh".',
    reason,
  )
}

export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | undefined)?.code ?? ''
