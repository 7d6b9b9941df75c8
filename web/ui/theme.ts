import { Button, createTheme } from '@mantine/core'
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core'

/** One colour of `tokens.css` in all ten places of a Mantine palette; shades come from the tokens, not from a scale. */
function palette(token: string): MantineColorsTuple {
  const colour = `var(--${token})`
  return [colour, colour, colour, colour, colour, colour, colour, colour, colour, colour]
}

/** What Mantine's own small buttons are called, in the person's language. */
interface PartNames {
  readonly close: string
  readonly clear: string
  readonly showPassword: string
  /** In which the names of months and days are written. */
  readonly language: string
}

/** Mantine in the look of `tokens.css`: one accent, state colours by name (`good`, `warn`, `bad`, `info`), radius 8, type from 11 to 28 pixels. */
export function themeIn(names: PartNames) {
  return createTheme({ ...look, components: { ...parts, ...namedParts(names) } })
}

function namedParts({ close, clear, showPassword, language }: PartNames) {
  const closing = { closeButtonProps: { 'aria-label': close } }
  const clearing = { clearButtonProps: { 'aria-label': clear } }
  const dated = { ...clearing, locale: language, firstDayOfWeek: 1 }
  return {
    Modal: { defaultProps: { ...parts.Modal.defaultProps, ...closing } },
    Drawer: { defaultProps: { ...parts.Drawer.defaultProps, ...closing } },
    Notification: { defaultProps: closing },
    Select: { defaultProps: clearing },
    MultiSelect: { defaultProps: clearing },
    DateInput: { defaultProps: dated },
    DatePickerInput: { defaultProps: dated },
    DatePicker: { defaultProps: { locale: language, firstDayOfWeek: 1 } },
    PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-label': showPassword } } },
  }
}

const look = {
  primaryColor: 'accent',
  colors: {
    accent: palette('accent'),
    good: palette('good-fill'),
    warn: palette('warn-fill'),
    bad: palette('bad-fill'),
    info: palette('info-fill'),
  },
  fontFamily: "'Inter Variable', Inter, system-ui, sans-serif",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.3334', sm: '1.5385', md: '1.4286', lg: '1.5', xl: '1.4' },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '8px', xl: '999px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.25rem', lineHeight: '1.4' }, h2: { fontSize: '0.875rem', lineHeight: '1.43' } },
  },
} as const

// Mantine makes a dialog's head a `<header>`, which would count as a second banner of the page.
const headed = { attributes: { header: { role: 'presentation' } } }

const parts = {
  Button: Button.extend({
    defaultProps: { size: 'sm' },
    styles: { label: { fontWeight: 500 } },
    vars: (_theme, props) =>
      props.size === 'xs'
        ? { root: { '--button-height': '28px', '--button-padding-x': '10px', '--button-fz': '0.75rem' } }
        : { root: {} },
  }),
  Modal: {
    defaultProps: {
      ...headed,
      transitionProps: { duration: 120 },
      overlayProps: { backgroundOpacity: 0.4 },
      centered: true,
    },
  },
  Drawer: { defaultProps: { ...headed, transitionProps: { duration: 120 } } },
  Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
  Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
  Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 80 } } },
}

function filled(name: string, fill: string, soft: string, text: string, hover = fill): Record<string, string> {
  const variable = `--mantine-color-${name}`
  return {
    [`${variable}-filled`]: `var(--${fill})`,
    [`${variable}-filled-hover`]: `var(--${hover})`,
    [`${variable}-light`]: `var(--${soft})`,
    [`${variable}-light-hover`]: `var(--${soft})`,
    [`${variable}-light-color`]: `var(--${text})`,
    [`${variable}-outline`]: `var(--${text})`,
    [`${variable}-text`]: `var(--${text})`,
  }
}

const schemed = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-3)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--surface-3)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--border)',
  '--mantine-color-disabled': 'var(--surface-3)',
  '--mantine-color-disabled-color': 'var(--text-3)',
  '--mantine-color-disabled-border': 'var(--border)',
  '--mantine-shadow-md': 'var(--shadow-pop)',
  '--mantine-shadow-xl': 'var(--shadow-pop)',
  ...filled('accent', 'accent', 'accent-soft', 'accent-text', 'accent-hover'),
  ...filled('good', 'good-fill', 'good-soft', 'good'),
  ...filled('warn', 'warn-fill', 'warn-soft', 'warn'),
  ...filled('bad', 'danger', 'bad-soft', 'bad', 'danger-hover'),
  ...filled('info', 'info-fill', 'info-soft', 'info'),
}

/** Hands the tokens to Mantine's own variables, the same in light and dark because the tokens differ themselves. */
export const themeVariables: CSSVariablesResolver = () => ({ variables: {}, light: schemed, dark: schemed })
