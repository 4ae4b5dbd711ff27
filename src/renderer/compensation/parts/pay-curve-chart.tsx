// Pay against attainment with its finding, its drawing and, behind a button, its table. The points come from the engine's own
// sums (payCurve).
import { UnstyledButton } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { type ExamplePerson, type PayCurvePoint, type PayPlanRules, payCurve } from '#shared/compensation/index.ts'
import { CurveTable } from './curve-table.tsx'
import { PayCurveDrawing } from './pay-curve-drawing.tsx'

export function PayCurveChart({ rules, person }: { readonly rules: PayPlanRules; readonly person: ExamplePerson }) {
  const { t } = useText()
  const format = useFormat()
  const [isTable, setTable] = useState(false)
  const points = useMemo(() => payCurve(rules, person), [rules, person])
  const money = (minor: number) => format.money(minor, rules.currency)
  const finding = useFinding(points, money)
  if (points.length === 0) return <p className="muted">{t('compensation.curve.none')}</p>
  return (
    <figure className="pay-curve">
      <figcaption>
        <strong>{finding}</strong>
        <span className="muted small">
          {t('compensation.curve.subtitle')},{' '}
          {t('compensation.curve.example', { target: money(person.targetPayMinor), quota: money(person.quotaMinor) })}
        </span>
      </figcaption>
      {isTable ? <CurveTable rules={rules} points={points} /> : <PayCurveDrawing rules={rules} points={points} />}
      <UnstyledButton className="pay-step-more" onClick={() => setTable((shown) => !shown)}>
        {t(isTable ? 'compensation.curve.chart' : 'compensation.curve.table')}
      </UnstyledButton>
    </figure>
  )
}

/** What the curve says: even, bent where, or jumping where and by how much. */
function useFinding(points: readonly PayCurvePoint[], money: (minor: number) => string): string {
  const { t } = useText()
  const format = useFormat()
  const jumpAt = points.findIndex((point, index) => point.mark === 'jump' && points[index + 1]?.mark === 'jump')
  const jump = points[jumpAt]
  const after = points[jumpAt + 1]
  if (jump !== undefined && after !== undefined) {
    const worth = money(after.payMinor - jump.payMinor)
    return t('compensation.curve.jumps', { at: format.percent(jump.attainmentRatio), worth })
  }
  const bends = points.filter((point) => point.mark === 'kink').map((point) => format.percent(point.attainmentRatio, 0))
  if (bends.length === 0) return t('compensation.curve.straight')
  return t('compensation.curve.bends', { count: bends.length, at: format.list(bends) })
}
