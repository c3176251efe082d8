import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { FileNotFound } from '@sotay/files'
import { NotFound, type TenantContext } from '@sotay/kernel'
import { type Brand, brandFiles, drawingReference } from '@sotay/tenant-config'
import { cleanDrawing } from './clean-drawing'
import { editDraft } from './edit-draft'
import { type DrawingReference, drawingInput, type UploadDrawing, uploadDrawingInput } from './inputs'
import { readSection } from './read-section'
import { authorizeSection } from './sections'

/**
 * Puts a new emblem or ground into the draft. The drawing is kept under its content's name for as long as the province
 * stands, so that every revision finds its own; the public sees it once it is published.
 * @throws NotFound without the right · Invalid when the file cannot be used · Conflict when another was chosen meanwhile
 */
export async function uploadDrawing(ctx: TenantContext, input: UploadDrawing): Promise<void> {
  authorizeSection(ctx, 'brand')
  const { drawing, file, seen } = uploadDrawingInput.parse(input)
  const picture = await cleanDrawing(Buffer.from(await file.arrayBuffer()))
  const hash = createHash('sha256').update(picture).digest('hex').slice(0, 32)
  await ctx.files.put(ctx.files.key('brand', `${hash}.png`), picture, { contentType: 'image/png' })
  await editDraft(ctx, { at: ['brand'], fields: { [drawing]: drawingReference(hash) }, seen })
}

/** The emblem or ground as drafted. @throws NotFound without the right, or where there is none */
export async function openDrawing(ctx: TenantContext, input: DrawingReference) {
  const { drawing } = drawingInput.parse(input)
  const { value } = await readSection(ctx, { section: 'brand' })
  const name = brandFiles(value as unknown as Brand)[drawing]
  try {
    const { body, contentType } = await ctx.files.get(ctx.files.key('brand', name))
    return { content: await buffer(body), contentType }
  } catch (error) {
    if (error instanceof FileNotFound) throw new NotFound()
    throw error
  }
}
