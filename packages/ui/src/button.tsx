import type { ButtonHTMLAttributes, ReactNode } from 'react'

/** One primary per page. Danger is told by its icon and words, never by red alone. */
export type ButtonTone = 'primary' | 'secondary' | 'danger' | 'quiet'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  tone?: ButtonTone
  icon?: ReactNode
}

export function Button({ tone = 'primary', icon, className = '', children, type = 'submit', ...rest }: ButtonProps) {
  return (
    <button type={type} className={`button ${tone} ${className}`.trim()} {...rest}>
      {icon}
      {children}
    </button>
  )
}
