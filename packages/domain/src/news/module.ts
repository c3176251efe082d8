import { defineModule } from '@sotay/kernel'
import { members } from '../members'
import { organisation } from '../organisation'
import { demoNews } from './demo'
import { readSubmitted } from './read-submitted'
import { synthesizeAudio } from './synthesize-audio'

/** Articles: written, approved by the level's board, read and listened to (R13, first part). */
export const news = defineModule({
  key: 'news',
  dependsOn: [organisation, members],
  permissions: {
    read: 'signed-in',
    write: [
      'contributor',
      'editor',
      'editor_in_chief',
      'propaganda_dept',
      'committee_secretary',
      'cell_secretary',
      'cell_deputy',
    ],
    // Others' drafts, beside one's own.
    edit: ['editor', 'editor_in_chief', 'propaganda_dept', 'committee_secretary', 'cell_secretary'],
    publish: ['editor_in_chief', 'propaganda_dept', 'committee_secretary', 'cell_secretary'],
  },
  nav: [
    { path: '/tin-tuc', label: 'news:nav.news', group: 'information', icon: 'news', needs: 'news.read', bar: 2 },
    { path: '/toa-soan', label: 'news:nav.newsroom', group: 'information', icon: 'newsroom', needs: 'news.write' },
  ],
  agenda: { needs: 'news.publish', read: readSubmitted },
  jobs: [synthesizeAudio],
  schedules: [],
  auditActions: ['news.drafted', 'news.revised', 'news.submitted', 'news.published', 'news.withdrawn'],
  demo: demoNews,
})
