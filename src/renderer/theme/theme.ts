// Mantine dressed in the tokens of tokens.css: one accent, our sizes, hairlines, no shadow except on what floats.
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

// Shade 7 is the accent of the light page, 4 that of the dark one (tokens.css says the same two).
const accent: MantineColorsTuple = [
  '#e3f0ef',
  '#c8e3e1',
  '#a3d1ce',
  '#7accc6',
  '#58b9b3',
  '#359c97',
  '#1d8280',
  '#0f6b6b',
  '#0b5555',
  '#073e3f'
]

// The kit's greys, tinted as ours are: inputs, menus and tracks take them.
const gray: MantineColorsTuple = [
  '#f6f7f4',
  '#f2f3ef',
  '#e4e6e2',
  '#d3d7d2',
  '#b9c0bb',
  '#8a938f',
  '#5f6965',
  '#4a534f',
  '#333b38',
  '#1d2321'
]
const dark: MantineColorsTuple = [
  '#e6eae8',
  '#c3cac7',
  '#9ba7a2',
  '#6d7874',
  '#364140',
  '#262e2c',
  '#1f2625',
  '#1b2120',
  '#151918',
  '#0f1312'
]

export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent, gray, dark },
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  fontFamily: 'var(--font)',
  fontSizes: { xs: '12px', sm: '13px', md: '15px', lg: '18px', xl: '24px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '8px', xl: '10px' },
  shadows: { xs: 'none', sm: 'var(--float)', md: 'var(--float)', lg: 'var(--float)', xl: 'var(--float)' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '18px', lineHeight: '1.25' },
      h2: { fontSize: '15px', lineHeight: '1.3' },
      h3: { fontSize: '13px', lineHeight: '1.4' }
    }
  },
  components: {
    Button: { defaultProps: { size: 'sm', variant: 'default' } },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 28, color: 'gray' } },
    TextInput: { defaultProps: { size: 'sm' } },
    NumberInput: { defaultProps: { size: 'sm', hideControls: true } },
    Textarea: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', allowDeselect: false, comboboxProps: { shadow: 'sm' } } },
    MultiSelect: { defaultProps: { size: 'sm', comboboxProps: { shadow: 'sm' } } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Radio: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs' } },
    Tabs: { defaultProps: { keepMounted: false } },
    Modal: {
      defaultProps: { centered: true, transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.35 } }
    },
    Popover: { defaultProps: { shadow: 'sm', transitionProps: { duration: 120 } } },
    // The kit's placeholder for the first focus is no child a menu may have.
    Menu: { defaultProps: { shadow: 'sm', transitionProps: { duration: 120 }, withInitialFocusPlaceholder: false } },
    Tooltip: { defaultProps: { openDelay: 350, transitionProps: { duration: 120 }, multiline: true, maw: 320 } }
  }
})

const shared = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-error': 'var(--red)',
  '--mantine-color-default': 'var(--panel)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-strong)',
  '--mantine-primary-color-contrast': 'var(--on-accent)'
}

export const themeVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared })
