import type { Words } from '../value.ts';

/**
 * What only sounds like a guarded word: where the Chinese says so, it is passed over, and in the English the words it is put
 * into. Speaking in a contest is no opinion, the place of a meeting no whereabouts, a landslide no position of a person.
 */
const HARMLESS: readonly (readonly [zh: RegExp, en: RegExp | null])[] = [
  [/演讲|讲话|致辞|宣讲/g, /\bspeech(es)?\b/gi],
  [/谈心|谈话|座谈/g, /\bchats?\b/gi],
  [/备注|附注|批注|说明/g, /\bremarks?\b/gi],
  [
    /(征求|征集|反馈|审计|审核|审查|审批|处理|整改|评审|评估|办理|复核|复查|初审|鉴定|指导|法律|专家|处分|村民|居民|群众)的?意见/g,
    /\bopinions?\b/gi,
  ],
  [/(服务|工作|学习|整改)态度/g, /\battitudes?\b/gi],
  [/政务新媒体|新媒体|公众号|官方账号/g, /\bsocial media\b/gi],
  [/宗教(活动)?(场所|事务|工作|政策)|民族宗教/g, /\b(religion|religious|church)\b/gi],
  [/婚恋(交友|联谊|服务|活动)/g, /\bdating\b/gi],
  [/孕产妇|孕妇|孕期|孕产/g, /\bpregnan\w*\b/gi],
  [/性侵|性骚扰/g, /\bsexual\b/gi],
  [/生活方式/g, /\blifestyles?\b/gi],
  [/地点|地址|选址|会场|场所|位于|所在地/g, /\blocations?\b/gi],
  [/地质|地热|地理标志|地理信息|地灾/g, /\bgeo\w*\b/gi],
  [/协调|统筹/g, /\bcoordinates\b/gi],
  [
    /跟踪(督办|督查|督导|问效|落实|问责|管理|监测|整改|回访|服务|帮扶)|(整改|进度|项目|全程|持续|后续|问题)跟踪/g,
    /\btrack(ing|s|ed)?\b/gi,
  ],
  [/(同|初|逐|进一|下一)步数/g, null],
  [/(功能|目标|产业|角色|职能|发展|市场|战略|品牌|形象|自身|岗位)定位/g, null],
  [/(成长|发展)轨迹/g, /\btracks?\b/gi],
  [/打卡地|(网红|红色|文旅|旅游)打卡点/g, null],
  [/北斗(镇|乡|村|街道|社区)/g, null],
  [/(坚定|理想)信仰/g, /\bbeliefs?\b/gi],
  [/参观点|景观点|思想法(治|律|规|制)/g, null],
  [/思想(动态|状况)分析(研判)?(会|报告|制度|工作)|意见(箱|簿|建议|采纳)|建议意见/g, /\b(opinions?|thoughts?)\b/gi],
  [
    /舆情的?(及时|快速|妥善)?(应急|应对|处置|处理|回应|答复|化解|办理|核查|引导|报告)/g,
    /\b(opinions?|sentiments?|social media)\b/gi,
  ],
  [
    /(图斑|地块|隐患点|排污口|水源地|监测点|林班|宅基地|桥梁|管线|界桩)的?(经纬度|坐标|定位|位置)/g,
    /\b(locations?|coordinates|latitude|longitude|geo\w*)\b/gi,
  ],
  [/(村|镇|乡|街|社区|县|区|市|单位|部门|党支部|团队)的?积分排名/g, null],
  [/(调解|督查|督办)(台账|动态)|动态(管理|监测|调整)/g, /\b(tracking|tracks?)\b/gi],
];

/** A title without what only sounds like a guarded word. */
export function withoutHarmless(title: Words): Words {
  return HARMLESS.reduce(({ 'zh-CN': zh, en }, [said, meant]) => {
    const rest = zh.replace(said, '');
    return rest === zh ? { 'zh-CN': zh, en } : { 'zh-CN': rest, en: meant ? en.replace(meant, '') : en };
  }, title);
}
