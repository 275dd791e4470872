import type { Chance } from './random.ts';

/** Surnames by how common they are in the region; the second list is common among Hui families. */
const SURNAMES: readonly (readonly [string, number])[] = Object.entries({
  王: 80,
  李: 78,
  张: 76,
  刘: 58,
  陈: 30,
  杨: 34,
  赵: 36,
  孙: 26,
  周: 14,
  吴: 14,
  徐: 20,
  朱: 16,
  马: 22,
  郭: 22,
  高: 18,
  林: 6,
  何: 8,
  宋: 20,
  郑: 9,
  谢: 7,
  韩: 16,
  唐: 6,
  冯: 10,
  于: 14,
  董: 14,
  袁: 9,
  曹: 10,
  许: 10,
  邓: 5,
  程: 8,
  任: 9,
  姜: 9,
  崔: 12,
  田: 9,
  范: 9,
  石: 8,
  谭: 5,
  邹: 4,
  熊: 2,
  金: 4,
  陆: 3,
  孔: 6,
  白: 5,
  毛: 3,
  邱: 6,
  秦: 7,
  江: 3,
  史: 6,
  侯: 7,
  邵: 5,
  孟: 8,
  龙: 2,
  万: 3,
  段: 5,
  钱: 3,
  汤: 3,
  尹: 5,
  黎: 2,
  常: 6,
  武: 6,
  乔: 6,
  贺: 4,
  赖: 1,
  龚: 2,
  文: 2,
  岳: 6,
  谷: 5,
  杜: 12,
  魏: 12,
  薛: 7,
  丁: 9,
  沈: 4,
  苏: 8,
  吕: 10,
  卢: 6,
  蒋: 4,
  蔡: 4,
  贾: 9,
  夏: 4,
  付: 6,
  耿: 6,
});
const HUI_SURNAMES: readonly (readonly [string, number])[] = Object.entries({
  马: 30,
  杨: 10,
  沙: 8,
  白: 9,
  丁: 8,
  哈: 3,
  穆: 5,
  金: 7,
  石: 5,
  洪: 4,
  米: 4,
  王: 8,
  张: 8,
  李: 6,
  刘: 5,
});

/** Given names as the years gave them: born before 1970, until 1985, after. */
const MEN: readonly string[] = [
  '建国 建军 国强 保国 长河 传喜 德胜 凤山 福来 广义 贵生 洪亮 怀玉 继德 金山 景田 开来 兰田 明德 庆余 瑞林 善民 树森 天佑 文昌 西臣 现国 兴旺 学礼 延龄 永福 玉柱 兆祥 振海 志远 忠义 子良 宗民 光明 书田',
  '宏伟 志刚 建华 海涛 立新 永强 文斌 晓东 春雷 庆华 爱国 国栋 卫东 军民 洪涛 丙辰 利民 东升 振华 鹏飞 海波 书强 新民 玉峰 长江 红旗 保森 保林 明辉 学军 兴业 广泉 志勇 占奎 培刚 瑞峰 泽民 向阳 世杰 传明',
  '鹏 浩然 博 志鹏 子豪 宇航 俊杰 凯 旭东 明阳 晓光 亚飞 文博 天宇 振宇 思远 家乐 龙飞 建业 泽坤 一凡 云鹏 晨光 少华 景行 子轩 冠群 绍辉 润泽 东旭 伟光 兆龙 长青 致远 安邦 新宇 延昭 润生 士奇 其昌',
];
const WOMEN: readonly string[] = [
  '秀英 桂兰 秀兰 玉梅 凤英 桂花 翠兰 素云 爱莲 春荣 桂芳 兰英 月英 玉珍 淑芹 秀云 爱香 巧玲 喜莲 凤芝 瑞芹 金凤 风华 美荣 书芹 雪梅 玉环 荣芝 庆兰 桂荣',
  '丽娟 红梅 海燕 晓红 爱华 春梅 艳红 秋菊 玉霞 建英 冬梅 美玲 云霞 素萍 翠平 永红 书霞 俊英 慧敏 新华 文静 瑞霞 丽华 金玲 学英 凤霞 广霞 爱民 志英 玉洁',
  '倩 婷婷 静 雅楠 梦瑶 晓彤 佳慧 晨曦 雪 思雨 亚楠 子涵 文文 璐璐 欣怡 宁 若男 一诺 明月 晓雯 雨晴 凡 嘉怡 可欣 诗涵 丹丹 金金 延玲 士英 云',
];

const HUI_SHARE = 0.03;

/** An invented name that fits sex and year of birth. */
export function inventName(chance: Chance, sex: 'male' | 'female', birthYear: number): string {
  const surname = chance.weighted(chance.holds(HUI_SHARE) ? HUI_SURNAMES : SURNAMES);
  const age = birthYear < 1970 ? 0 : birthYear < 1985 ? 1 : 2;
  const given = ((sex === 'male' ? MEN : WOMEN)[age] ?? '').split(' ');
  const near = ((sex === 'male' ? MEN : WOMEN)[Math.min(2, age + 1)] ?? '').split(' ');
  return surname + chance.pick(chance.holds(0.15) ? near : given);
}

/** Names that people of public life bear; never given to anybody here. */
export const KEPT_FREE: ReadonlySet<string> = new Set(
  '王毅 李强 刘鹏 张军 王晨 赵乐际 李希 王宁 李静 刘翔 孔繁森 杨宁 李雪 张静 刘静 王静 王凯 李晨 马云 马龙 王浩 刘云 徐静 高凡 张宁 孟凡 李云龙 张海燕 王志刚 李鹏 李鹏飞 张德胜 朱德胜 陈云 王鹏 林丹丹 丁宁 石静 王海燕 张海涛 王建军 刘国强 张志军 李鸿忠 陈吉宁'.split(
    ' ',
  ),
);
