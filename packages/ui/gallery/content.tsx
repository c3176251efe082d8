import {
  ArticleCard,
  BulkBar,
  Button,
  ButtonLink,
  Card,
  DataTable,
  DateTime,
  DueMoment,
  EmptyState,
  FilterChips,
  Flash,
  List,
  ListenButton,
  Notice,
  PageHeader,
  Pagination,
  Progress,
  Quantity,
  type Status,
  StatusTag,
  Tabs,
} from '../src/index'

const now = '2024-01-11T02:00:00Z'
const states: Status[] = ['draft', 'pending', 'returned', 'published', 'dueSoon', 'overdue', 'done', 'withdrawn']
const cells = [
  { id: 'a', name: 'Chi bộ Thôn Mẫu 1', members: 1234.5, status: 'done' as Status },
  { id: 'b', name: 'Chi bộ Trường Trung học cơ sở Mẫu', members: 32, status: 'overdue' as Status },
]

export function Content() {
  return (
    <>
      <PageHeader
        title="Tin tức"
        lead="Tin của tỉnh, cấp ủy cấp trên và chi bộ."
        breadcrumbs={[
          { href: '/', label: 'Tỉnh ủy' },
          { href: '/xa', label: 'Đảng ủy xã Mẫu' },
        ]}
        actions={
          <ButtonLink href="/moi" tone="primary">
            Viết tin mới
          </ButtonLink>
        }
      />
      <Flash>Đã lưu tin.</Flash>
      <Card title="Việc của tôi" action={<a href="/viec">Xem tất cả</a>}>
        <List label="Việc của tôi">
          <div>
            <a href="/1">Họp chi bộ thường kỳ tháng 1</a> <br />
            <DueMoment at="2024-01-11T05:30:00Z" now={now} />
          </div>
          <div>
            <a href="/2">Khảo sát sử dụng điện thoại thông minh</a> <br />
            <DueMoment at="2024-01-08T05:30:00Z" now={now} />
          </div>
        </List>
      </Card>
      <Tabs
        label="Nguồn tin"
        items={[
          { href: '/tinh', label: 'Tỉnh', current: true, count: 12 },
          { href: '/cap-tren', label: 'Cấp trên' },
          { href: '/chi-bo', label: 'Chi bộ' },
        ]}
      />
      <List>
        {[1, 2].map((n) => (
          <ArticleCard
            key={n}
            href={`/tin/${n}`}
            title="Hội nghị Ban Chấp hành Đảng bộ tỉnh lần thứ mười lăm bàn nhiệm vụ năm mới"
            lead="Hội nghị thảo luận kết quả thực hiện nhiệm vụ, thống nhất phương hướng và các giải pháp trọng tâm."
            source="Tỉnh ủy"
            when={<DateTime at={now} />}
            listen={<ListenButton title="Hội nghị" text="Hội nghị thảo luận." audioUrl="tin.mp3" />}
            image={n === 1 ? { src: 'ground.svg', alt: '', width: 640, height: 360 } : undefined}
          />
        ))}
      </List>
      <Pagination previous="?truoc" next="?sau" />
      <EmptyState title="Hôm nay đồng chí không có việc đến hạn." icon="tasks">
        Việc mới sẽ hiện ở đây.
      </EmptyState>
      <h2 className="mt-8 mb-3">Trạng thái</h2>
      <p className="flex flex-wrap gap-2">
        {states.map((status) => (
          <StatusTag key={status} status={status} />
        ))}
      </p>
      <div className="mt-6">
        <Notice>Phần mềm tạm dừng từ 22:00 đến 23:00 để bảo trì.</Notice>
        <Notice tone="warning">Còn 2 chi bộ chưa gửi báo cáo.</Notice>
        <Notice tone="success" title="Đã gửi báo cáo" />
        <Notice tone="error">Không gửi được. Xin thử lại, hoặc gọi quản trị đơn vị.</Notice>
      </div>
      <Progress label="Đã đăng ký" done={412} total={430} note="không tính 18 miễn sinh hoạt" />
      <FilterChips
        chips={[
          { label: 'Xã Mẫu', href: '?' },
          { label: 'Trễ hạn', href: '?' },
        ]}
        clearHref="?"
      />
      <form>
        <DataTable
          caption="Chi bộ"
          count={6300}
          rows={cells}
          rowKey={(row) => row.id}
          select={{ name: 'ids', label: (row) => row.name }}
          columns={[
            {
              key: 'name',
              header: 'Tên',
              cell: (row) => <a href="/cb">{row.name}</a>,
              sort: { href: '?', direction: 'ascending' },
            },
            { key: 'members', header: 'Đảng viên', cell: (row) => <Quantity value={row.members} />, numeric: true },
            { key: 'status', header: 'Báo cáo', cell: (row) => <StatusTag status={row.status} /> },
          ]}
          actions={() => (
            <ButtonLink href="/nhac" tone="quiet">
              Nhắc
            </ButtonLink>
          )}
        />
        <BulkBar>
          <Button tone="secondary">Nhắc nộp báo cáo</Button>
        </BulkBar>
      </form>
    </>
  )
}
