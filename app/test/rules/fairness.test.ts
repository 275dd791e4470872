import { describe, expect, it } from 'vitest';
import { listFiles, readText } from './source-files.ts';

/** What must never become a column or a field: speech, opinion, belief, private life, whereabouts, biometrics (A05, A20, A35). */
const OUTSIDE =
  /\b(gps|latitude|longitude|geo_?location|whereabouts|face_?id|fingerprint|opinion|belief|religion|thought|sentiment|online_?time|device_?id|wechat_?id)\b|定位|轨迹|人脸|指纹|思想动态|言论|宗教|信仰|在线时长/i;

describe('what stays outside the system', () => {
  it('no table holds it', () => {
    const named = listFiles('app/migrations/*.sql').flatMap((path) =>
      readText(path)
        .split('\n')
        .filter((line) => !/^\s*(--|comment on)/.test(line) && OUTSIDE.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(named).toEqual([]);
  });

  it('no form of a pack asks for it', () => {
    const named = listFiles('packs/*/forms/*.yaml').flatMap((path) =>
      readText(path)
        .split('\n')
        .filter((line) => !/^\s*#/.test(line) && /^\s*(- )?(id|title|zh-CN|en|hint):/.test(line) && OUTSIDE.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(named).toEqual([]);
  });

  it('no action ranks persons or counts their activity', () => {
    const named = listFiles('app/src/**/*.ts').filter((path) =>
      /(rank|leaderboard|streak|activity-score|online)/i.test(path),
    );
    expect(named).toEqual([]);
  });
});
