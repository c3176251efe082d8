import { useText } from './texts'

/** What somebody else saved meanwhile, to compare with what is typed below it. */
export function NewestVersion({ title, summary, text }: { title: string; summary: string; text: string }) {
  const t = useText()
  return (
    <details open>
      <summary>{t('form.newest')}</summary>
      <p>
        <strong>{title}</strong>
      </p>
      <p>{summary}</p>
      {text.split('\n\n').map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text that does not change
        <p key={index}>{paragraph}</p>
      ))}
    </details>
  )
}
