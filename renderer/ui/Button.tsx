import './button.css'
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { joinClasses } from './classes.ts'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly look?: 'plain' | 'primary' | 'ghost' | 'danger'
  readonly size?: 'small' | 'normal' | 'large'
  readonly icon?: ReactNode
  readonly children?: ReactNode
}

/** Text, an icon, or both; a button with only an icon needs `aria-label`. */
export function Button({ look = 'plain', size = 'normal', icon, children, ...rest }: ButtonProps) {
  const bare = children === undefined
  return (
    <AriaButton
      {...rest}
      className={joinClasses('button', `button-${look}`, `button-${size}`, bare && 'button-bare')}
    >
      {icon}
      {children}
    </AriaButton>
  )
}
