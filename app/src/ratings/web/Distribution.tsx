import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import { palettes } from '../../ui/tokens.ts';
import { useUi } from '../../ui/UiProvider.tsx';
import { gradeLook } from './grade-look.ts';
import type { Grades } from './rating-data.ts';
import type { Share } from './rating-rows.ts';

use([BarChart, GridComponent, TooltipComponent, SVGRenderer]);

interface DistributionProps {
  readonly shares: readonly Share[];
  readonly grades: Grades;
}

/** How many have each grade. The numbers stand in a table beneath for those who cannot see the bars. */
export default function Distribution({ shares, grades }: DistributionProps) {
  const { say, pick } = useSpeech();
  const { mode } = useUi();
  const place = useRef<HTMLDivElement>(null);
  const named = shares.map(({ grade, count }) => {
    const known = grades.find(({ id }) => id === grade);
    return { count, tone: gradeLook(grade, grades).tone, word: known ? pick(known.title) : say('ratings.noGrade') };
  });
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
            <th>{say('ratings.grade')}</th>
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
