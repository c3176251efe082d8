import type { AnchorHTMLAttributes, ReactNode } from 'react'
import type { ButtonTone } from './button'

export interface ButtonLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string
  tone?: ButtonTone
  icon?: ReactNode
}

export function ButtonLink({ tone = 'secondary', icon, className = '', children, ...rest }: ButtonLinkProps) {
  return (
    <a className={`button ${tone} ${className}`.trim()} {...rest}>
      {icon}
      {children}
    </a>
  )
}
