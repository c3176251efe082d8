import { type RefObject, useEffect, useRef, useState } from 'react'
import { speak, vietnameseVoice } from './speech'

export interface ListenSource {
  /** What is read: the words themselves, or the id of the element that holds them, or an address of plain text. */
  text?: string
  textOf?: string
  textUrl?: string
  /** Recorded or made on the server; used when the device has no Vietnamese voice. */
  audioUrl?: string
}

export type Listening = 'idle' | 'starting' | 'reading' | 'unavailable'

async function wordsOf({ text, textOf, textUrl }: ListenSource): Promise<string> {
  if (text) return text
  // innerText, because the text of hidden elements must not be read aloud.
  if (textOf) return document.getElementById(textOf)?.innerText ?? ''
  if (!textUrl) return ''
  const answer = await fetch(textUrl)
  return answer.ok ? answer.text() : ''
}

/** One thing is read at a time on a page. */
let stopOther: (() => void) | undefined

/** Starts and stops the reading of one text: the device's voice first, then the audio element. */
export function useListening(source: ListenSource, audio: RefObject<HTMLAudioElement>) {
  const [state, setState] = useState<Listening>('idle')
  const halt = useRef<() => void>()

  const stop = () => {
    halt.current?.()
    halt.current = undefined
    setState('idle')
  }

  const start = async () => {
    stopOther?.()
    stopOther = stop
    let wanted = true
    halt.current = () => {
      wanted = false
    }
    setState('starting')
    // Safari lets a page speak only if it began within the tap itself.
    window.speechSynthesis?.speak(new SpeechSynthesisUtterance(''))
    const voice = await vietnameseVoice()
    const words = voice ? await wordsOf(source).catch(() => '') : ''
    if (!wanted) return
    const player = audio.current
    if (voice && words) halt.current = speak(words, voice, stop)
    else if (player) {
      halt.current = () => player.pause()
      await player.play().catch(() => setState('unavailable'))
    } else return setState('unavailable')
    setState((now) => (now === 'starting' ? 'reading' : now))
  }

  useEffect(() => () => halt.current?.(), [])
  return { state, start, stop }
}
