import Award from 'lucide-react/icons/award'
import Bell from 'lucide-react/icons/bell'
import BookOpen from 'lucide-react/icons/book-open'
import Bot from 'lucide-react/icons/bot'
import CalendarDays from 'lucide-react/icons/calendar-days'
import ChartPie from 'lucide-react/icons/chart-pie'
import CircleUser from 'lucide-react/icons/circle-user'
import ClipboardList from 'lucide-react/icons/clipboard-list'
import FileChartColumn from 'lucide-react/icons/file-chart-column'
import FileText from 'lucide-react/icons/file-text'
import GraduationCap from 'lucide-react/icons/graduation-cap'
import House from 'lucide-react/icons/house'
import IdCard from 'lucide-react/icons/id-card'
import Inbox from 'lucide-react/icons/inbox'
import Landmark from 'lucide-react/icons/landmark'
import LifeBuoy from 'lucide-react/icons/life-buoy'
import ListChecks from 'lucide-react/icons/list-checks'
import Menu from 'lucide-react/icons/menu'
import MessageCircleQuestion from 'lucide-react/icons/message-circle-question-mark'
import MessageSquareText from 'lucide-react/icons/message-square-text'
import MessagesSquare from 'lucide-react/icons/messages-square'
import Network from 'lucide-react/icons/network'
import Newspaper from 'lucide-react/icons/newspaper'
import NotebookPen from 'lucide-react/icons/notebook-pen'
import PenLine from 'lucide-react/icons/pen-line'
import Search from 'lucide-react/icons/search'
import Settings from 'lucide-react/icons/settings'
import UsersRound from 'lucide-react/icons/users-round'

const icons = {
  account: CircleUser,
  answers: MessageCircleQuestion,
  assistant: Bot,
  calendar: CalendarDays,
  classification: Award,
  documents: FileText,
  examinations: GraduationCap,
  help: LifeBuoy,
  home: House,
  letters: Inbox,
  meetings: UsersRound,
  members: IdCard,
  menu: Menu,
  messages: MessagesSquare,
  news: Newspaper,
  newsroom: PenLine,
  notes: NotebookPen,
  notifications: Bell,
  organisation: Network,
  petitions: MessageSquareText,
  reports: FileChartColumn,
  search: Search,
  settings: Settings,
  statistics: ChartPie,
  steering: Landmark,
  study: BookOpen,
  surveys: ListChecks,
  tasks: ClipboardList,
}

/** Names a loader can send; one icon for each subject, everywhere. */
export type NavIconName = keyof typeof icons

export function NavIcon({ name }: { name: NavIconName }) {
  const Icon = icons[name]
  return <Icon className="icon" />
}
