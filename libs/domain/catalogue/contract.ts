export {
  type AssessmentAspect,
  assessmentAspects,
  type AssessmentJudgement,
  assessmentJudgements,
  aspectNames,
  type DerivedJudgement,
  derivedJudgements,
  judgementNames,
} from './assessment/assessment-scale.js';
export * from './building-block-directory.js';
export { blockThemeOf, type ThemeCode, themeCodes, themeNames } from './theme/theme.js';
