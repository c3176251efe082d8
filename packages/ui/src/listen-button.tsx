import { useText } from '@sotay/i18n'
import Square from 'lucide-react/icons/square'
import Volume2 from 'lucide-react/icons/volume-2'
import { useRef } from 'react'
import { type ListenSource, useListening } from './use-listening'

export interface ListenButtonProps extends ListenSource {
  /** What is being read, for those who hear the page. */
  title: string
}

/** Reads a text aloud. Without a script the plain player of `audioUrl` stands in its place, or nothing. */
export function ListenButton({ title, ...source }: ListenButtonProps) {
  const t = useText('ui')
  const audio = useRef<HTMLAudioElement>(null)
  const { state, start, stop } = useListening(source, audio)
  const reading = state === 'reading' || state === 'starting'
  const label = t(reading ? 'listen.stop' : 'listen.start')
  return (
    <div className="listen">
      <button
        type="button"
        className="button secondary needs-js"
        aria-label={`${label}: ${title}`}
        onClick={reading ? stop : start}
      >
        {reading ? <Square className="icon" /> : <Volume2 className="icon" />}
        {label}
      </button>
      <span role="status" className="needs-js">
        {reading ? t('listen.reading') : null}
        {state === 'unavailable' ? t('listen.unavailable') : null}
      </span>
      {source.audioUrl ? (
        // biome-ignore lint/a11y/useMediaCaption: the text that is read stands on the page
        <audio
          ref={audio}
          className="without-js"
          controls
          preload="none"
          src={source.audioUrl}
          aria-label={t('listen.audio', { title })}
          onEnded={stop}
        />
      ) : null}
    </div>
  )
}
