import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useSpeech } from '../../../platform/web/i18n.ts';
import { palettes } from '../../../ui/tokens.ts';
import { useUi } from '../../../ui/UiProvider.tsx';
import type { StandingLight } from '../../light.ts';
import { LOOKS } from '../lights.ts';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

interface Month {
  readonly month: string;
  readonly lights: Readonly<Record<string, number>>;
}

const SHOWN: readonly StandingLight[] = ['met', 'late', 'excused', 'not-known', 'beyond', 'overdue'];

/** One beyond a limit stands there only where there was one. */
const shownIn = (months: readonly Month[]) =>
  SHOWN.filter((light) => light !== 'beyond' || months.some(({ lights }) => (lights[light] ?? 0) > 0));

/** Duties that fell due in each month, by how they ended. Numbers stand in a table beneath for those who cannot see the bars. */
export default function Trend({ months }: { readonly months: readonly Month[] }) {
  const { say } = useSpeech();
  const { mode } = useUi();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const chart = init(place.current, null, { renderer: 'svg' });
    const { tones, ink } = palettes[mode];
    chart.setOption({
      textStyle: { fontFamily: 'inherit' },
      tooltip: { trigger: 'axis' },
      legend: { top: 0, textStyle: { color: ink } },
      grid: { left: 8, right: 8, top: 40, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: months.map((month) => month.month), axisLabel: { color: ink } },
      yAxis: { type: 'value', minInterval: 1, axisLabel: { color: ink } },
      series: shownIn(months).map((light) => ({
        type: 'bar',
        stack: 'all',
        barMaxWidth: 48,
        name: `${LOOKS[light].glyph} ${say(`light.${light}`)}`,
        data: months.map((month) => month.lights[light] ?? 0),
        itemStyle: {
          color: tones[LOOKS[light].tone].fill,
          borderColor: tones[LOOKS[light].tone].ink,
          borderWidth: 0.5,
        },
      })),
    });
    const resize = () => chart.resize();
    globalThis.addEventListener('resize', resize);
    return () => {
      globalThis.removeEventListener('resize', resize);
      chart.dispose();
    };
  }, [months, mode, say]);
  return (
    <>
      <div ref={place} style={{ height: 300 }} aria-hidden />
      <table className="visually-hidden">
        <thead>
          <tr>
            <th>{say('organisation.month')}</th>
            {shownIn(months).map((light) => (
              <th key={light}>{say(`light.${light}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th>{month.month}</th>
              {shownIn(months).map((light) => (
                <td key={light}>{month.lights[light] ?? 0}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
