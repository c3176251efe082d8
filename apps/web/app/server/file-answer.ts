const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const

/**
 * A file to keep, never to run in the page.
 * @param name with one of the known endings, which decides its type
 */
export function fileAnswer(content: Uint8Array | string, name: string): Response {
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1) as keyof typeof TYPES] ?? 'application/octet-stream'
  return new Response(content as BodyInit, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
