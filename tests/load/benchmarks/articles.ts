import { pageBenchmark } from '../page-benchmark'

export const benchmark = pageBenchmark('articles')
