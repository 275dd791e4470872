import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import type { Tone } from '../../ui/tokens.ts';
import { palettes } from '../../ui/tokens.ts';
import { useUi } from '../../ui/UiProvider.tsx';

use([BarChart, GridComponent, TooltipComponent, SVGRenderer]);

/** How many there are of a grade, or of the scores of a span. */
export interface Bar {
  readonly word: string;
  readonly count: number;
  readonly tone: Tone;
}

interface DistributionProps {
  /** What the bars stand for: the grade, the score. */
  readonly of: string;
  readonly bars: readonly Bar[];
}

/** How many there are of each. The numbers stand in a table beneath for those who cannot see the bars. */
export default function Distribution({ of, bars: named }: DistributionProps) {
  const { say } = useSpeech();
  const { mode } = useUi();
  const place = useRef<HTMLDivElement>(null);
  const drawn = JSON.stringify(named);
  useEffect(() => {
    if (!place.current) return;
    const bars = JSON.parse(drawn) as typeof named;
    const chart = init(place.current, null, { renderer: 'svg' });
    const { tones, ink } = palettes[mode];
    chart.setOption({
      textStyle: { fontFamily: 'inherit' },
      tooltip: {},
      grid: { left: 8, right: 8, top: 24, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: bars.map(({ word }) => word), axisLabel: { color: ink } },
      yAxis: { type: 'value', minInterval: 1, axisLabel: { color: ink } },
      series: [
        {
          type: 'bar',
          barMaxWidth: 72,
          label: { show: true, position: 'top', color: ink },
          data: bars.map(({ count, tone }) => ({
            value: count,
            itemStyle: { color: tones[tone].fill, borderColor: tones[tone].ink, borderWidth: 0.5 },
          })),
        },
      ],
    });
    const resize = () => chart.resize();
    globalThis.addEventListener('resize', resize);
    return () => {
      globalThis.removeEventListener('resize', resize);
      chart.dispose();
    };
  }, [drawn, mode]);
  return (
    <>
      <div ref={place} className="ratings-chart" aria-hidden />
      <table className="visually-hidden">
        <thead>
          <tr>
            <th>{of}</th>
            <th>{say('ratings.count')}</th>
          </tr>
        </thead>
        <tbody>
          {named.map(({ word, count }) => (
            <tr key={word}>
              <th>{word}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
