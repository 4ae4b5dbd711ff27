// The parts as a tree: what was sold, what each would be by itself, what adding up moved, and what comes with its range.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { PartForecast, PartPoint, PartsForecast } from '#shared/forecasts/hierarchy-types.ts'
import { Sparkline } from './sparkline.tsx'
import { readShown, usePartWords } from './use-part-words.ts'
import type { ShownPeriod } from './view-state.ts'

/** Older periods make the line too fine to read. */
const periodsDrawn = 36

interface PartsTableProps {
  readonly forecast: PartsForecast
  readonly shown: ShownPeriod
  readonly selectedKey: string | undefined
  readonly onSelect: (key: string | undefined) => void
}

export function PartsTable({ forecast, shown, selectedKey, onSelect }: PartsTableProps) {
  const { t } = useText()
  const format = useFormat()
  const words = usePartWords()
  const columns = useMemo((): Column<PartForecast>[] => {
    const { currency } = forecast
    const read = (part: PartForecast) => readShown(part, forecast, shown)
    const moved = ({ baseMinor, middleMinor }: PartPoint) =>
      baseMinor === null || middleMinor === null ? null : middleMinor - baseMinor
    // A row counts unless the one above it is seen too: that one's figures hold it.
    const sumSeen = (value: (part: PartForecast) => number | null) => (rows: readonly PartForecast[]) => {
      const seen = new Set(rows.map((row) => row.key))
      const tops = rows.filter((row) => row.parentKey === null || !seen.has(row.parentKey))
      const known = tops.map(value).filter((each) => each !== null)
      const sum = known.length === 0 ? null : known.reduce((total, each) => total + each, 0)
      return (
        <Money minor={sum} currency={currency} isBare digits={0} reason={t('forecasts.hierarchy.missing.notAdded')} />
      )
    }
    const noRange = (part: PartForecast) => words.missing(part) ?? t('forecasts.hierarchy.missing.noRange')
    const end = (key: 'low80Minor' | 'high80Minor' | 'low95Minor' | 'high95Minor', header: string) =>
      ({
        key,
        header,
        kind: 'money',
        currency,
        value: (part) => read(part)[key],
        missing: noRange,
        width: 100,
        isHiddenAtFirst: key.includes('95')
      }) satisfies Column<PartForecast>
    return [
      {
        key: 'part',
        header: t('forecasts.hierarchy.columns.part'),
        kind: 'text',
        width: 196,
        value: (part) => words.name(part),
        render: (part) => (
          <span
            className={part.depth === 0 ? 'parts-name parts-whole' : 'parts-name'}
            title={words.name(part)}
            style={{ paddingLeft: part.depth * 14 }}
          >
            {words.name(part)}
            {part.status === 'forecast' ? null : (
              <>
                {' '}
                <Tag tone="amber">{t(`forecasts.hierarchy.statuses.${part.status}`)}</Tag>
              </>
            )}
          </span>
        )
      },
      {
        key: 'history',
        header: t('forecasts.hierarchy.columns.history'),
        kind: 'custom',
        width: 124,
        isSortable: false,
        value: () => null,
        text: () => '',
        render: (part) => (
          <Sparkline
            sold={part.history.slice(-periodsDrawn)}
            ahead={part.points.map((point) => point.middleMinor ?? point.baseMinor)}
          />
        )
      },
      end('low95Minor', t('forecasts.hierarchy.columns.low95')),
      end('low80Minor', t('forecasts.hierarchy.columns.low80')),
      end('high80Minor', t('forecasts.hierarchy.columns.high80')),
      end('high95Minor', t('forecasts.hierarchy.columns.high95')),
      {
        key: 'middle',
        header: t('forecasts.hierarchy.columns.middle'),
        kind: 'money',
        currency,
        value: (part) => read(part).middleMinor,
        missing: (part) => words.missing(part) ?? '',
        width: 104,
        total: sumSeen((part) => read(part).middleMinor)
      },
      {
        key: 'base',
        header: t('forecasts.hierarchy.columns.base'),
        hint: t('forecasts.hierarchy.columns.baseHint'),
        kind: 'money',
        currency,
        value: (part) => read(part).baseMinor,
        missing: noRange,
        width: 100
      },
      {
        key: 'difference',
        header: t('forecasts.hierarchy.columns.difference'),
        hint: t('forecasts.hierarchy.columns.differenceHint'),
        kind: 'money',
        currency,
        isSigned: true,
        value: (part) => moved(read(part)),
        // More is no gain here and less no loss, so the sign stands without their colours.
        render: (part) => {
          const by = moved(read(part))
          return by === null ? (
            <Missing reason={noRange(part)} />
          ) : (
            <span className="numbers">{format.signedMoney(by, currency, { isBare: true, digits: 0 })}</span>
          )
        },
        missing: noRange,
        width: 96
      },
      {
        key: 'share',
        header: t('forecasts.hierarchy.columns.share'),
        hint: t('forecasts.hierarchy.columns.shareHint'),
        kind: 'percent',
        digits: 1,
        value: (part) => {
          const [company] = forecast.parts
          const whole = company ? read(company).middleMinor : null
          const own = read(part).middleMinor
          return own === null || whole === null || whole === 0 ? null : own / whole
        },
        missing: (part) => words.missing(part) ?? t('forecasts.hierarchy.missing.noShare'),
        width: 76
      },
      {
        key: 'lastYear',
        header: t('forecasts.hierarchy.columns.lastYear'),
        hint: t('forecasts.hierarchy.columns.lastYearHint'),
        kind: 'money',
        currency,
        value: (part) => part.lastYearMinor,
        missing: t('forecasts.hierarchy.missing.noYear'),
        width: 104,
        total: sumSeen((part) => part.lastYearMinor)
      },
      {
        key: 'method',
        header: t('forecasts.hierarchy.columns.method'),
        kind: 'text',
        value: (part) => (part.method === null ? null : t(`forecasts.hierarchy.methods.${part.method}`)),
        missing: noRange,
        width: 150,
        isGroupable: true
      },
      {
        key: 'note',
        header: t('forecasts.hierarchy.columns.note'),
        kind: 'text',
        value: (part) => part.notes.map(words.note).join(' '),
        width: 260
      }
    ]
  }, [t, format, forecast, shown, words])
  return (
    <DataTable
      label={t('forecasts.hierarchy.table')}
      layoutName="forecast-parts"
      columns={columns}
      rows={forecast.parts}
      rowKey={(part) => part.key}
      selectedKey={selectedKey}
      onSelect={(part) => onSelect(part?.key)}
      exportName="forecast-parts"
      totals={t('forecasts.hierarchy.total')}
      rowTone={(part) => (part.status === 'forecast' ? undefined : 'muted')}
    />
  )
}
