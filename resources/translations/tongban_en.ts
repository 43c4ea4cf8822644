<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AssistedCase</name>
    <message>
        <source>户口簿或委托书</source>
        <translation>Register or letter</translation>
    </message>
    <message>
        <source>能看出您和本人是什么关系的那一页，字朝下放平。</source>
        <translation>The page that shows how you are related, face down and flat.</translation>
    </message>
    <message>
        <source>手印单</source>
        <translation>Thumbprint sheet</translation>
    </message>
    <message>
        <source>按好手印的单子，字朝下放平。</source>
        <translation>The sheet with the thumbprint, face down and flat.</translation>
    </message>
    <message>
        <source>本人姓名</source>
        <translation>Applicant&apos;s name</translation>
    </message>
    <message>
        <source>本人身份证号码</source>
        <translation>Applicant&apos;s ID number</translation>
    </message>
</context>
<context>
    <name>AttractPage</name>
    <message>
        <source>暂停受理：%1</source>
        <translation>No new applications now: %1</translation>
    </message>
    <message>
        <source>轻触屏幕，开始办事</source>
        <translation>Touch to begin</translation>
    </message>
    <message>
        <source>%1&#x3000;咨询电话 %2</source>
        <translation>%1   Telephone %2</translation>
    </message>
</context>
<context>
    <name>AwayPage</name>
    <message>
        <source>我要办别的事</source>
        <translation>Another errand</translation>
    </message>
    <message>
        <source>填的已经加密存好，屏幕上没有留下</source>
        <translation>Your answers are encrypted; nothing is left on the screen</translation>
    </message>
</context>
<context>
    <name>BankAccountField</name>
    <message>
        <source>请按卡上的号码</source>
        <translation>Type the number on the card</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>CandidateBar</name>
    <message>
        <source>后面的字</source>
        <translation>Next characters</translation>
    </message>
    <message>
        <source>前面的字</source>
        <translation>Earlier characters</translation>
    </message>
</context>
<context>
    <name>CapturePage</name>
    <message>
        <source>请不要翻动，大约十秒</source>
        <translation>Do not move it: ten seconds</translation>
    </message>
</context>
<context>
    <name>CaseStatus</name>
    <message>
        <source>还在这台机器里</source>
        <translation>Kept in this machine</translation>
    </message>
    <message>
        <source>还没有送到市里。线路通了会自己送，您不用再来。</source>
        <translation>It has not reached the city yet. It is sent once there is a line; no need to come again.</translation>
    </message>
    <message>
        <source>市里收到了</source>
        <translation>The city has it</translation>
    </message>
    <message>
        <source>等工作人员先看一看。</source>
        <translation>The staff will look at it first.</translation>
    </message>
    <message>
        <source>退回来修改</source>
        <translation>Sent back to be changed</translation>
    </message>
    <message>
        <source>请到窗口问一问要改什么。</source>
        <translation>Please ask at the window what to change.</translation>
    </message>
    <message>
        <source>预审通过</source>
        <translation>Passed the first check</translation>
    </message>
    <message>
        <source>等部门收件。</source>
        <translation>Waiting for the office to take it in.</translation>
    </message>
    <message>
        <source>部门收件了</source>
        <translation>The office took it in</translation>
    </message>
    <message>
        <source>等部门决定受理不受理。</source>
        <translation>The office decides whether to accept it.</translation>
    </message>
    <message>
        <source>要补材料</source>
        <translation>Papers are missing</translation>
    </message>
    <message>
        <source>补齐了才能接着办。</source>
        <translation>It goes on once they are here.</translation>
    </message>
    <message>
        <source>不予受理</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>请到窗口问原因。不服可以申请复议。</source>
        <translation>Please ask why at the window. You may ask for a review.</translation>
    </message>
    <message>
        <source>已受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>正式开始办了。</source>
        <translation>Work on it has begun.</translation>
    </message>
    <message>
        <source>正在审查</source>
        <translation>Being examined</translation>
    </message>
    <message>
        <source>请等结果。</source>
        <translation>Please wait for the result.</translation>
    </message>
    <message>
        <source>暂停审查</source>
        <translation>Examination paused</translation>
    </message>
    <message>
        <source>原因解决了会接着办。</source>
        <translation>It goes on once the reason is settled.</translation>
    </message>
    <message>
        <source>批准了</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>等后面的手续办完。</source>
        <translation>The last steps are being done.</translation>
    </message>
    <message>
        <source>没有批准</source>
        <translation>Not approved</translation>
    </message>
    <message>
        <source>等您缴费</source>
        <translation>A fee is to be paid</translation>
    </message>
    <message>
        <source>请到窗口缴费。</source>
        <translation>Please pay at the window.</translation>
    </message>
    <message>
        <source>费用缴了</source>
        <translation>The fee is paid</translation>
    </message>
    <message>
        <source>证件做好了</source>
        <translation>The document is ready</translation>
    </message>
    <message>
        <source>请带身份证来领。</source>
        <translation>Please bring your ID card to fetch it.</translation>
    </message>
    <message>
        <source>办完了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>这件事办完了。</source>
        <translation>Nothing more is to be done.</translation>
    </message>
    <message>
        <source>结果送到了</source>
        <translation>The result was delivered</translation>
    </message>
    <message>
        <source>撤回了</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>不再往下办。要办，请重新申请。</source>
        <translation>It goes no further. To go on, please apply again.</translation>
    </message>
    <message>
        <source>终止了</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>请到窗口问原因。</source>
        <translation>Please ask why at the window.</translation>
    </message>
    <message>
        <source>补正通知</source>
        <translation>Notice: papers are missing</translation>
    </message>
    <message>
        <source>受理通知</source>
        <translation>Notice: accepted</translation>
    </message>
    <message>
        <source>不予受理通知</source>
        <translation>Notice: not accepted</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Decision</translation>
    </message>
</context>
<context>
    <name>ComfortSheet</name>
    <message>
        <source>怎么看、怎么听更方便？</source>
        <translation>How is it easier for you?</translation>
    </message>
    <message>
        <source>点一下就改，离开时变回原样。</source>
        <translation>Touch to change. It is undone when you leave.</translation>
    </message>
    <message>
        <source>改好了，接着办</source>
        <translation>Done, go on</translation>
    </message>
    <message>
        <source>关爱模式</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>深色屏幕</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>大声点</source>
        <translation>Louder</translation>
    </message>
    <message>
        <source>小声点</source>
        <translation>Softer</translation>
    </message>
    <message>
        <source>说快点</source>
        <translation>Faster</translation>
    </message>
    <message>
        <source>说慢点</source>
        <translation>Slower</translation>
    </message>
    <message>
        <source>按钮放低</source>
        <translation>Lower</translation>
    </message>
</context>
<context>
    <name>CountdownRing</name>
    <message>
        <source>还剩 %1 秒</source>
        <translation>%1 seconds left</translation>
    </message>
    <message>
        <source>秒</source>
        <translation>seconds</translation>
    </message>
</context>
<context>
    <name>CreditCodeField</name>
    <message>
        <source>营业执照上有，一共 18 位</source>
        <translation>18 signs, on the business licence</translation>
    </message>
    <message>
        <source>还差 %1 位</source>
        <translation>%1 more</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>按年月日，如 20240315</source>
        <translation>Year, month, day: 20240315</translation>
    </message>
</context>
<context>
    <name>DeclarationField</name>
    <message>
        <source>我看过了，我同意</source>
        <translation>I have read this and agree</translation>
    </message>
</context>
<context>
    <name>DeviceBoard</name>
    <message>
        <source>要几个人一起办，请到窗口</source>
        <translation>Several people must come: go to the counter</translation>
    </message>
    <message>
        <source>要拍照，请到窗口</source>
        <translation>Needs a photograph: go to the counter</translation>
    </message>
    <message>
        <source>要打字，请到窗口</source>
        <translation>Needs typing: go to the counter</translation>
    </message>
    <message>
        <source>要选地址，请到窗口</source>
        <translation>Needs an address: go to the counter</translation>
    </message>
    <message>
        <source>%1起可以办</source>
        <translation>From %1</translation>
    </message>
    <message>
        <source>已经停办，请到窗口问</source>
        <translation>Ended: ask at the counter</translation>
    </message>
    <message>
        <source>网络不通，通了再来，或到窗口</source>
        <translation>No network: come again, or go to the counter</translation>
    </message>
</context>
<context>
    <name>DeviceWords</name>
    <message>
        <source>身份证阅读器暂时用不了，请到窗口办理。</source>
        <translation>The ID card reader does not work now. Please go to the counter.</translation>
    </message>
    <message>
        <source>社保卡读卡器暂时用不了，请用身份证办理。</source>
        <translation>The social card reader does not work now. Please use your ID card.</translation>
    </message>
    <message>
        <source>扫码器暂时用不了，请用身份证办理。</source>
        <translation>The code scanner does not work now. Please use your ID card.</translation>
    </message>
    <message>
        <source>摄像头暂时用不了，要拍照的事请到窗口办理。</source>
        <translation>The camera does not work now. For photographs go to the counter.</translation>
    </message>
    <message>
        <source>凭条暂时打不出来，办完请抄下编号。</source>
        <translation>Receipts cannot be printed now. Please write your number down.</translation>
    </message>
    <message>
        <source>文件打印机暂时用不了，请到窗口打印。</source>
        <translation>The page printer does not work now. Please print at the counter.</translation>
    </message>
    <message>
        <source>扫描仪暂时用不了，要扫描的事请到窗口办理。</source>
        <translation>The scanner does not work now. For scans go to the counter.</translation>
    </message>
    <message>
        <source>指示灯暂时不亮，请看屏幕上的图。</source>
        <translation>The lamps do not work now. Please follow the pictures.</translation>
    </message>
    <message>
        <source>备用电源有问题，现在办事不受影响。</source>
        <translation>The backup power has a fault. You can go on as usual.</translation>
    </message>
    <message>
        <source>%1没纸了，请工作人员加纸。</source>
        <translation>%1: out of paper. Please ask the staff.</translation>
    </message>
    <message>
        <source>%1卡纸了，请工作人员处理，别用手拉。</source>
        <translation>%1: paper jam. Please ask the staff, do not pull.</translation>
    </message>
    <message>
        <source>%1的盖子没关好，请工作人员看一下。</source>
        <translation>%1: the cover is open. Please ask the staff.</translation>
    </message>
    <message>
        <source>%1里的纸卡住了，请工作人员处理。</source>
        <translation>%1: a sheet is stuck. Please ask the staff.</translation>
    </message>
    <message>
        <source>%1没墨了，请工作人员更换。</source>
        <translation>%1: out of toner. Please ask the staff.</translation>
    </message>
    <message>
        <source>%1的出纸口满了，请取走上面的纸。</source>
        <translation>%1: the tray is full. Please take the paper out.</translation>
    </message>
    <message>
        <source>%1要工作人员看一下。</source>
        <translation>%1: please ask the staff to look.</translation>
    </message>
    <message>
        <source>查电源和数据线，再核对描述文件里的接口。</source>
        <translation>Check power and cable, then the port in the descriptor.</translation>
    </message>
    <message>
        <source>查数据线，看读卡服务是否在运行。</source>
        <translation>Check the cable and whether the card service runs.</translation>
    </message>
    <message>
        <source>换一个插口，看别的程序是否占着摄像头。</source>
        <translation>Try another socket; is another program using it?</translation>
    </message>
    <message>
        <source>查打印机电源和网线，核对打印队列的名字。</source>
        <translation>Check power, network and the name of the print queue.</translation>
    </message>
    <message>
        <source>查电源和数据线，核对扫描仪的名字。</source>
        <translation>Check power and cable, and the scanner&apos;s name.</translation>
    </message>
    <message>
        <source>看电源监控服务是否在运行，核对名字。</source>
        <translation>Is the UPS service running, is the name right?</translation>
    </message>
    <message>
        <source>断电十秒再开；还不行就换阅读器。</source>
        <translation>Off for ten seconds; if that fails, replace the reader.</translation>
    </message>
    <message>
        <source>重插读卡器；还不行就换一个。</source>
        <translation>Plug it in again; if that fails, replace it.</translation>
    </message>
    <message>
        <source>重插扫码器，扫说明书上的恢复出厂码。</source>
        <translation>Plug it in again, scan the factory reset code.</translation>
    </message>
    <message>
        <source>重插摄像头；反复出现就换线、换插口。</source>
        <translation>Plug it in again; if it recurs change cable or socket.</translation>
    </message>
    <message>
        <source>关电，清理切刀和打印头，再开电。</source>
        <translation>Power off, clean cutter and head, power on.</translation>
    </message>
    <message>
        <source>看打印机面板上的提示，清除后重开。</source>
        <translation>Follow the printer&apos;s panel, clear, restart.</translation>
    </message>
    <message>
        <source>关电再开，看扫描头的锁是否打开。</source>
        <translation>Restart it; is the lock of the scan head open?</translation>
    </message>
    <message>
        <source>查控制板的供电和地址，断电再开。</source>
        <translation>Check the board&apos;s power and address, restart it.</translation>
    </message>
    <message>
        <source>看电源面板的提示，检查电池。</source>
        <translation>Read its panel, check the battery.</translation>
    </message>
    <message>
        <source>纸用完了。</source>
        <translation>Out of paper.</translation>
    </message>
    <message>
        <source>纸盒里加纸，推到底。</source>
        <translation>Fill the tray and push it home.</translation>
    </message>
    <message>
        <source>换一卷纸，纸头拉出来一点，合上盖子。</source>
        <translation>New roll, pull a little out, close the cover.</translation>
    </message>
    <message>
        <source>纸卡在里面。</source>
        <translation>Paper is stuck inside.</translation>
    </message>
    <message>
        <source>开盖顺着走纸方向取出，不要撕断。</source>
        <translation>Open, draw it out along its way, do not tear it.</translation>
    </message>
    <message>
        <source>盖子开着，或检测开关坏了。</source>
        <translation>Cover open, or its switch is broken.</translation>
    </message>
    <message>
        <source>合上盖子听到响声；仍报警就查开关。</source>
        <translation>Close until it clicks; if it persists check the switch.</translation>
    </message>
    <message>
        <source>进纸器里卡了纸。</source>
        <translation>Paper is stuck in the feeder.</translation>
    </message>
    <message>
        <source>打开进纸器取出纸，擦一下搓纸轮。</source>
        <translation>Open the feeder, take it out, wipe the roller.</translation>
    </message>
    <message>
        <source>墨粉或硒鼓用完了。</source>
        <translation>Toner or drum is used up.</translation>
    </message>
    <message>
        <source>换上同型号的墨盒或硒鼓。</source>
        <translation>Fit a cartridge or drum of the same model.</translation>
    </message>
    <message>
        <source>出纸口堆满了。</source>
        <translation>The output tray is full.</translation>
    </message>
    <message>
        <source>取走纸，看出纸传感器有没有被挡。</source>
        <translation>Empty it; is the sensor blocked?</translation>
    </message>
    <message>
        <source>身份证阅读器</source>
        <translation>ID card reader</translation>
    </message>
    <message>
        <source>社保卡读卡器</source>
        <translation>Social card reader</translation>
    </message>
    <message>
        <source>扫码器</source>
        <translation>Code scanner</translation>
    </message>
    <message>
        <source>摄像头</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>凭条打印机</source>
        <translation>Receipt printer</translation>
    </message>
    <message>
        <source>文件打印机</source>
        <translation>Page printer</translation>
    </message>
    <message>
        <source>扫描仪</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>指示灯</source>
        <translation>Guide lamps</translation>
    </message>
    <message>
        <source>备用电源</source>
        <translation>Backup power</translation>
    </message>
    <message>
        <source>%1未就绪，请到窗口办理</source>
        <translation>%1 not ready: go to the counter</translation>
    </message>
    <message>
        <source>找不到设备：没插上，或接口不在。</source>
        <translation>Not found: not plugged in, or no such port.</translation>
    </message>
    <message>
        <source>设备在，但一直不答话。</source>
        <translation>It is there, but never answers.</translation>
    </message>
    <message>
        <source>断电十秒再开，查线和通信速率。</source>
        <translation>Off for ten seconds; check cable and speed.</translation>
    </message>
    <message>
        <source>设备报告故障，或系统不让打开它。</source>
        <translation>It reports a fault, or may not be opened.</translation>
    </message>
    <message>
        <source>答的不是这种设备的话：插错口或型号不符。</source>
        <translation>It speaks another language: wrong port or model.</translation>
    </message>
    <message>
        <source>核对插口，核对描述文件里的驱动。</source>
        <translation>Check the socket and the driver in the descriptor.</translation>
    </message>
    <message>
        <source>描述文件写错了。</source>
        <translation>The descriptor is wrong.</translation>
    </message>
    <message>
        <source>按日志里的文件名和键名改，存盘就生效。</source>
        <translation>Correct the file and key that the log names; it takes effect when saved.</translation>
    </message>
</context>
<context>
    <name>DialogSheet</name>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>DigitsField</name>
    <message>
        <source>请按下面的数字</source>
        <translation>Use the digits below</translation>
    </message>
</context>
<context>
    <name>EntrySheet</name>
    <message>
        <source>还没有填</source>
        <translation>Empty</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>大家常办</source>
        <translation>Popular</translation>
    </message>
    <message>
        <source>全部 %1 项</source>
        <translation>All %1</translation>
    </message>
</context>
<context>
    <name>FactRow</name>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>FamilyField</name>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>加一个人</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>再加一个人</source>
        <translation>Add another</translation>
    </message>
    <message>
        <source>第 %1 个人：%2</source>
        <translation>Person %1: %2</translation>
    </message>
    <message>
        <source>去掉第 %1 个人</source>
        <translation>Remove person %1</translation>
    </message>
</context>
<context>
    <name>FarewellPage</name>
    <message>
        <source>身份证</source>
        <translation>ID card</translation>
    </message>
    <message>
        <source>材料原件</source>
        <translation>Your papers</translation>
    </message>
    <message>
        <source>回执</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>别忘了带走这三样</source>
        <translation>Take these three with you</translation>
    </message>
    <message>
        <source>再办一件</source>
        <translation>Another errand</translation>
    </message>
</context>
<context>
    <name>FavouriteMarks</name>
    <message>
        <source>本厅常办</source>
        <translation>Often here</translation>
    </message>
    <message>
        <source>这段时间集中办</source>
        <translation>In season</translation>
    </message>
</context>
<context>
    <name>FindByPicturesPage</name>
    <message>
        <source>按事情找</source>
        <translation>By matter</translation>
    </message>
    <message>
        <source>按身份找</source>
        <translation>By person</translation>
    </message>
    <message>
        <source>按拼音找</source>
        <translation>By letters</translation>
    </message>
</context>
<context>
    <name>FindByWordsPage</name>
    <message>
        <source>接着按拼音</source>
        <translation>Go on typing</translation>
    </message>
    <message>
        <source>看找到的 %1 项</source>
        <translation>See the %1 found</translation>
    </message>
</context>
<context>
    <name>FormController</name>
    <message>
        <source>一起办哪几样</source>
        <translation>What to apply for</translation>
    </message>
</context>
<context>
    <name>FormEngine</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>yyyy年M月d日</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message numerus="yes">
        <source>%n人</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1元</source>
        <translation>%1 yuan</translation>
    </message>
    <message>
        <source>%1.%2元</source>
        <translation>%1.%2 yuan</translation>
    </message>
    <message>
        <source>已填</source>
        <translation>given</translation>
    </message>
    <message>
        <source>%1%2</source>
        <comment>number and unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>写得太长了，请写短一点。</source>
        <translation>Too long. Please make it shorter.</translation>
    </message>
    <message>
        <source>有的字这里写不了，请换个写法。</source>
        <translation>Some characters cannot be used here.</translation>
    </message>
    <message>
        <source>请填一个数，只按数字。</source>
        <translation>Please give a number, digits only.</translation>
    </message>
    <message>
        <source>%1不能小于%2%3。</source>
        <translation>%1: not less than %2 %3.</translation>
    </message>
    <message>
        <source>%1不能大于%2%3。</source>
        <translation>%1: not more than %2 %3.</translation>
    </message>
    <message>
        <source>请填钱数，只按数字。</source>
        <translation>Please give a sum, digits only.</translation>
    </message>
    <message>
        <source>%1不能少于%2。</source>
        <translation>%1: not less than %2.</translation>
    </message>
    <message>
        <source>%1不能多于%2。</source>
        <translation>%1: not more than %2.</translation>
    </message>
    <message>
        <source>没有这一天，请您再看一看。</source>
        <translation>There is no such day. Please look again.</translation>
    </message>
    <message>
        <source>%1不能早于%2。</source>
        <translation>%1: not before %2.</translation>
    </message>
    <message>
        <source>%1不能晚于%2。</source>
        <translation>%1: not after %2.</translation>
    </message>
    <message>
        <source>请从上面选，可以选几个。</source>
        <translation>Please choose, one or several.</translation>
    </message>
    <message>
        <source>家里人的信息不对，请重新填。</source>
        <translation>Something is wrong. Please enter the family again.</translation>
    </message>
    <message numerus="yes">
        <source>至少要填%n个人。</source>
        <translation>
            <numerusform>At least %n person.</numerusform>
            <numerusform>At least %n people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>最多填%n个人。</source>
        <translation>
            <numerusform>At most %n person.</numerusform>
            <numerusform>At most %n people.</numerusform>
        </translation>
    </message>
    <message>
        <source>第%1个人：%2</source>
        <translation>Person %1: %2</translation>
    </message>
    <message>
        <source>姓名不对，请写中文姓名。</source>
        <translation>Please write a Chinese name.</translation>
    </message>
    <message>
        <source>身份证号码不对，请对着身份证再看一看。</source>
        <translation>The ID number is not right. Please compare it with the card.</translation>
    </message>
    <message>
        <source>信用代码有18位，请对着营业执照再看一看。</source>
        <translation>The credit code has 18 signs. Please compare it with the licence.</translation>
    </message>
    <message>
        <source>手机号是11位数字，请您再看一看。</source>
        <translation>A mobile number has 11 digits. Please look again.</translation>
    </message>
    <message>
        <source>请从上面选一个。</source>
        <translation>Please choose one.</translation>
    </message>
    <message>
        <source>地址不对，请一级一级地选到村。</source>
        <translation>Please choose the address down to the village.</translation>
    </message>
    <message>
        <source>银行卡号是16到19位数字，请对着卡再看一看。</source>
        <translation>A card number has 16 to 19 digits. Please compare it with the card.</translation>
    </message>
    <message>
        <source>请先看一看这段话，再点同意。</source>
        <translation>Please read this, then agree.</translation>
    </message>
    <message>
        <source>请您选一个。</source>
        <translation>Please choose one.</translation>
    </message>
    <message>
        <source>请填写%1。</source>
        <translation>Please fill in: %1.</translation>
    </message>
    <message>
        <source>这个代码少见，请对着营业执照再看一遍。没有错，就可以用。</source>
        <translation>This code is unusual. Please compare it with the licence. If it is right, it can stay.</translation>
    </message>
    <message>
        <source>请对着卡再看一遍号码。存折账号没有错，就可以用。</source>
        <translation>Please compare it with the card. If a passbook number is right, it can stay.</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>%1 项都从身份证读来，不用再写</source>
        <translation>%1 answers read from the card: nothing to write</translation>
    </message>
    <message>
        <source>网络暂时不通：照常办理，通了自动送出</source>
        <translation>No network now: go on as usual, it is sent later</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>%1受理，%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>打印材料清单</source>
        <translation>Print the list</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>工作人员可以帮您</source>
        <translation>The staff can help you</translation>
    </message>
    <message>
        <source>回去接着办</source>
        <translation>Back to my errand</translation>
    </message>
    <message>
        <source>您填的都还在，不会丢</source>
        <translation>Everything you filled in is kept</translation>
    </message>
    <message>
        <source>看不清、够不着、听不清？</source>
        <translation>Hard to see, reach or hear?</translation>
    </message>
</context>
<context>
    <name>HelperCardPage</name>
    <message>
        <source>只记下是谁帮的忙，离开时从屏幕清除</source>
        <translation>Only who helped is recorded; cleared from the screen when you leave</translation>
    </message>
</context>
<context>
    <name>HelperRole</name>
    <message>
        <source>亲属</source>
        <translation>relative</translation>
    </message>
    <message>
        <source>村干部</source>
        <translation>village official</translation>
    </message>
    <message>
        <source>志愿者</source>
        <translation>volunteer</translation>
    </message>
    <message>
        <source>工作人员</source>
        <translation>member of staff</translation>
    </message>
</context>
<context>
    <name>HelpingPage</name>
    <message>
        <source>家里人、亲戚</source>
        <translation>Family or relative</translation>
    </message>
    <message>
        <source>带上户口簿或委托书，在这里扫描</source>
        <translation>With a household register or letter, scanned here</translation>
    </message>
    <message>
        <source>村干部</source>
        <translation>Village official</translation>
    </message>
    <message>
        <source>能替没带证的人证明身份</source>
        <translation>May vouch for who has no card</translation>
    </message>
    <message>
        <source>大厅工作人员</source>
        <translation>Hall staff</translation>
    </message>
    <message>
        <source>志愿者</source>
        <translation>Volunteer</translation>
    </message>
    <message>
        <source>只能帮着操作，不能证明身份</source>
        <translation>May help with the screen, cannot vouch</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>请到服务窗口办，或拨打 %1 问一问。%2</source>
        <translation>Please go to the counter, or call %1. %2</translation>
    </message>
    <message>
        <source>办事申请</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>补贴、津贴、登记</source>
        <translation>Benefits, records</translation>
    </message>
    <message>
        <source>查询进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>缴费</source>
        <translation>Pay</translation>
    </message>
    <message>
        <source>取号预约</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>未开通，请到窗口</source>
        <translation>Not yet: go to the counter</translation>
    </message>
    <message>
        <source>要办哪一件事？</source>
        <translation>Which errand?</translation>
    </message>
    <message>
        <source>返回首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>看图找</source>
        <translation>By pictures</translation>
    </message>
    <message>
        <source>按拼音找</source>
        <translation>By letters</translation>
    </message>
    <message>
        <source>“%1”在这台机器上还没有开通</source>
        <translation>&quot;%1&quot; is not open on this terminal yet</translation>
    </message>
    <message>
        <source>办到哪一步了</source>
        <translation>How far is it?</translation>
    </message>
</context>
<context>
    <name>IdentifyPage</name>
    <message>
        <source>只用来办这件事，离开时清除</source>
        <translation>Used for this errand only, wiped when you leave</translation>
    </message>
    <message>
        <source>读到了，请稍等</source>
        <translation>Read. One moment</translation>
    </message>
    <message>
        <source>正在等您的身份证</source>
        <translation>Waiting for your ID card</translation>
    </message>
    <message>
        <source>帮忙的人：%1</source>
        <translation>Helper: %1</translation>
    </message>
    <message>
        <source>有人帮我办</source>
        <translation>With a helper</translation>
    </message>
    <message>
        <source>没带身份证</source>
        <translation>No card here</translation>
    </message>
</context>
<context>
    <name>IdleOverlay</name>
    <message>
        <source>您还在吗？</source>
        <translation>Are you still there?</translation>
    </message>
    <message>
        <source>时间到了，会清除屏幕上的信息</source>
        <translation>When time is up, the screen is wiped</translation>
    </message>
    <message>
        <source>填的会加密存好，下次刷同一张身份证接着办</source>
        <translation>Kept encrypted: use the same ID card to go on</translation>
    </message>
    <message>
        <source>我还在，接着办</source>
        <translation>I am here</translation>
    </message>
</context>
<context>
    <name>ItemGuide</name>
    <message>
        <source>%1。</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>本人身份证</source>
        <translation>your ID card</translation>
    </message>
    <message>
        <source>%1（看情况）</source>
        <translation>%1 (it depends)</translation>
    </message>
    <message>
        <source>本人身份证，不用别的材料。</source>
        <translation>Your ID card, nothing else.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>（法定时限%1）</source>
        <translation> (by law: %1)</translation>
    </message>
    <message>
        <source>（%1）</source>
        <translation> (%1) </translation>
    </message>
    <message>
        <source>当场</source>
        <translation>at once</translation>
    </message>
    <message numerus="yes">
        <source>%n个工作日</source>
        <translation>
            <numerusform>%n workday</numerusform>
            <numerusform>%n workdays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n天</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n个月</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message>
        <source>当场办好</source>
        <translation>done at once</translation>
    </message>
    <message>
        <source>%1内办好</source>
        <translation>within %1</translation>
    </message>
    <message>
        <source>%1元</source>
        <translation>%1 yuan</translation>
    </message>
    <message>
        <source>收费依据：</source>
        <translation>Basis of the fee: </translation>
    </message>
    <message>
        <source>谁能办</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>带什么</source>
        <translation>Bring</translation>
    </message>
    <message>
        <source>怎么办</source>
        <translation>How</translation>
    </message>
    <message>
        <source>多久办好</source>
        <translation>How long</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Law</translation>
    </message>
    <message>
        <source>审查标准</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>中介服务</source>
        <translation>Agencies</translation>
    </message>
    <message>
        <source>咨询</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>监督投诉</source>
        <translation>Complaints</translation>
    </message>
    <message>
        <source>一起办</source>
        <translation>Together</translation>
    </message>
    <message>
        <source>%1。填一张表，签一次名，每一项各出一张回执。</source>
        <translation>%1. One form, one signature, a receipt for each.</translation>
    </message>
</context>
<context>
    <name>KeptPage</name>
    <message>
        <source>下次带上身份证，没带的、没来的都带来</source>
        <translation>Next time bring your ID card and whatever or whoever was missing</translation>
    </message>
    <message>
        <source>填的、扫的都在，不用重来</source>
        <translation>Your answers and scans are kept; no need to redo them</translation>
    </message>
    <message>
        <source>只有刷您的身份证才打得开</source>
        <translation>Only your own ID card opens it</translation>
    </message>
</context>
<context>
    <name>KeyGrid</name>
    <message>
        <source>退一格</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>LetterChoice</name>
    <message>
        <source>现在看</source>
        <translation>Read it now</translation>
    </message>
    <message>
        <source>会念给您听，也可以打印带走</source>
        <translation>It is read aloud, and can be printed</translation>
    </message>
    <message>
        <source>以后看</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>下次刷身份证还会提醒您</source>
        <translation>You are told again with your card next time</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>正在查电子证照库</source>
        <translation>Asking the licence library</translation>
    </message>
    <message>
        <source>现在查不到电子证照库，以后由市里去查。</source>
        <translation>The licence library cannot be asked now; the platform will ask later.</translation>
    </message>
    <message>
        <source>同意，再查一次</source>
        <translation>I agree, ask again</translation>
    </message>
    <message>
        <source>同意，现在查</source>
        <translation>I agree, ask now</translation>
    </message>
    <message>
        <source>没刷本人的证，现在不能查电子证照库，以后由市里去查。</source>
        <translation>Without the applicant&apos;s own card the licence library cannot be asked now; the city asks later.</translation>
    </message>
</context>
<context>
    <name>MarkSheetPage</name>
    <message>
        <source>不打了</source>
        <translation>Do not print</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>见证人：%1</source>
        <translation>Witness: %1</translation>
    </message>
    <message>
        <source>单子</source>
        <translation>Sheet</translation>
    </message>
</context>
<context>
    <name>MaterialCard</name>
    <message>
        <source>已扫描 %1 页</source>
        <translation>Pages scanned: %1</translation>
    </message>
    <message>
        <source>有就扫描，没有也能办</source>
        <translation>Scan it if you have it</translation>
    </message>
    <message>
        <source>还没有扫描</source>
        <translation>Not scanned yet</translation>
    </message>
    <message>
        <source>重新扫描</source>
        <translation>Scan again</translation>
    </message>
    <message>
        <source>扫描</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>没带</source>
        <translation>Missing</translation>
    </message>
</context>
<context>
    <name>MaterialResolver</name>
    <message>
        <source>电子证照库里有，不用带。</source>
        <translation>In the licence library: nothing to bring.</translation>
    </message>
    <message>
        <source>现在查不了证照库。您同意以后由平台去查，就不用带。</source>
        <translation>The library cannot be asked now. If you agree, the city asks it later: nothing to bring.</translation>
    </message>
    <message>
        <source>部门之间能查到，不用带。</source>
        <translation>The offices share it: nothing to bring.</translation>
    </message>
    <message>
        <source>已经交了，不用再交。</source>
        <translation>Handed in already.</translation>
    </message>
    <message>
        <source>签名承诺就行，不用带。</source>
        <translation>Your signed word is enough: nothing to bring.</translation>
    </message>
    <message>
        <source>有就在这台机器上扫描，没有也能办。</source>
        <translation>Scan it here if you have it. It can be left out.</translation>
    </message>
    <message>
        <source>请带原件，在这台机器上扫描。</source>
        <translation>Bring the original and scan it here.</translation>
    </message>
    <message>
        <source>在这台机器上拍照。</source>
        <translation>Taken by this terminal&apos;s camera.</translation>
    </message>
    <message>
        <source>今天没有也能办，以后要补交。</source>
        <translation>Not needed today. Bring it later.</translation>
    </message>
    <message>
        <source>证照库里没有，原件要交到窗口。</source>
        <translation>Not in the library: hand the original in at the counter.</translation>
    </message>
    <message>
        <source>原件要交到窗口：%1</source>
        <translation>Hand the original in at the counter: %1</translation>
    </message>
    <message>
        <source>%1%2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>我同意平台到电子证照库查我的%1。</source>
        <translation>I agree that the city asks the licence library for my %1.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>办理%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>要带：本人身份证</source>
        <translation>Bring: your ID card</translation>
    </message>
    <message>
        <source>不用带：</source>
        <translation>Not needed:</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>有就带：</source>
        <translation>If you have it:</translation>
    </message>
    <message>
        <source>yyyy年M月d日</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>您说好%1以前补交。</source>
        <translation>You promised it by %1.</translation>
    </message>
    <message>
        <source>我会在%1以前补交%2。</source>
        <translation>I will hand in %2 by %1.</translation>
    </message>
    <message>
        <source>我会补交%1。</source>
        <translation>I will hand in %1 later.</translation>
    </message>
    <message>
        <source>不补交，可能办不成。</source>
        <translation>Without it the application may fail.</translation>
    </message>
    <message>
        <source>电子证照库里有：号码尾号%1，%2发的。不用带。</source>
        <translation>In the licence library: number ending in %1, issued on %2. Nothing to bring.</translation>
    </message>
    <message>
        <source>电子证照库里有：号码尾号%1。不用带。</source>
        <translation>In the licence library: number ending in %1. Nothing to bring.</translation>
    </message>
    <message>
        <source>我同意用电子证照库里我的%1。</source>
        <translation>I agree that these are taken from the licence library: %1.</translation>
    </message>
</context>
<context>
    <name>MaterialsPage</name>
    <message>
        <source>扫描件加密存放，原件您带走</source>
        <translation>Scans are kept encrypted, the originals stay yours</translation>
    </message>
</context>
<context>
    <name>MissingPage</name>
    <message>
        <source>先办，以后补交</source>
        <translation>Apply now, bring it later</translation>
    </message>
    <message>
        <source>%1以前补来。不补，可能办不成</source>
        <translation>Bring it by %1, or the application may fail</translation>
    </message>
    <message>
        <source>我去叫人来</source>
        <translation>I will fetch them</translation>
    </message>
    <message>
        <source>我去找材料</source>
        <translation>I will fetch it</translation>
    </message>
    <message>
        <source>%1 分钟以内回来，刷身份证接着办</source>
        <translation>Come back within %1 minutes and lay down your ID card</translation>
    </message>
    <message>
        <source>今天不办了，改天一起来</source>
        <translation>Not today, we will come together</translation>
    </message>
    <message>
        <source>今天不办了，改天带来</source>
        <translation>Not today, I will bring it</translation>
    </message>
    <message>
        <source>填的存 %1 天，刷同一张身份证接着办</source>
        <translation>Kept %1 days; the same ID card opens it</translation>
    </message>
    <message>
        <source>正在加密存好</source>
        <translation>Encrypting and storing</translation>
    </message>
    <message>
        <source>填的存 %1 天。没刷本人的证，这里等不了</source>
        <translation>Kept for %1 days. Without the own card nothing can wait here</translation>
    </message>
</context>
<context>
    <name>MoneyField</name>
    <message>
        <source>请填多少元</source>
        <translation>How many yuan?</translation>
    </message>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
</context>
<context>
    <name>NamingPage</name>
    <message>
        <source>没刷本人的证：能申请，不能查进度，也不能查电子证照库</source>
        <translation>Without the own card: you can apply, but not see progress or ask the licence library</translation>
    </message>
</context>
<context>
    <name>NotEligiblePage</name>
    <message>
        <source>要是觉得不对，可以点“叫人帮忙”，或打 %1</source>
        <translation>If you think this is wrong, touch &quot;Help&quot; or call %1</translation>
    </message>
    <message>
        <source>您也可以仍要申请，由受理部门决定</source>
        <translation>You may apply all the same: the office decides</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>工作人员就在大厅里。</source>
        <translation>The staff are in the hall.</translation>
    </message>
    <message>
        <source>也可以打大厅电话：%1。</source>
        <translation>You can also call the hall: %1.</translation>
    </message>
    <message>
        <source>请换一张没过期的身份证，或者问工作人员。</source>
        <translation>Please use a valid ID card, or ask the staff.</translation>
    </message>
    <message>
        <source>请放上开始时用的那张身份证。</source>
        <translation>Please use that one.</translation>
    </message>
    <message>
        <source>请把身份证拿起来，再放平一次。</source>
        <translation>Please lift the card and lay it flat again.</translation>
    </message>
    <message>
        <source>请把身份证放平，等说好了再拿开。</source>
        <translation>Please lay the card flat and leave it until told.</translation>
    </message>
    <message>
        <source>请叫工作人员来。也可以改天带身份证来补打。</source>
        <translation>Please call the staff. You can also print it another day with your ID card.</translation>
    </message>
    <message>
        <source>请叫工作人员来，弄好了再试一次。</source>
        <translation>Please call the staff, then try again.</translation>
    </message>
    <message>
        <source>请记下编号，改天带身份证来补打。</source>
        <translation>Write the number down and print it another day with your ID card.</translation>
    </message>
    <message>
        <source>请再试一次。还不行，就叫工作人员。</source>
        <translation>Please try again. If it fails, call the staff.</translation>
    </message>
    <message>
        <source>请叫工作人员，或者到窗口办。</source>
        <translation>Please call the staff, or go to the counter.</translation>
    </message>
    <message>
        <source>请点还没扫的材料，把它扫完。</source>
        <translation>Touch the paper that is not scanned yet.</translation>
    </message>
    <message>
        <source>请把纸放平，字朝下，再扫一次。</source>
        <translation>Lay the paper flat, writing down, and scan again.</translation>
    </message>
    <message>
        <source>签好以后，再按签好了。</source>
        <translation>Sign first, then touch Signed.</translation>
    </message>
    <message>
        <source>改好以后，再按下一步。</source>
        <translation>Correct it, then touch Next.</translation>
    </message>
    <message>
        <source>没有留下您的信息。</source>
        <translation>Nothing about you was kept.</translation>
    </message>
    <message>
        <source>前面选的都还在。</source>
        <translation>Your choices are kept.</translation>
    </message>
    <message>
        <source>还没有填东西，什么都没丢。</source>
        <translation>Nothing was filled in yet, nothing is lost.</translation>
    </message>
    <message>
        <source>上次填的都还在。</source>
        <translation>What you filled in last time is kept.</translation>
    </message>
    <message>
        <source>填好的还在屏幕上，请先别走开。</source>
        <translation>Your answers are on the screen: please stay.</translation>
    </message>
    <message>
        <source>您填好的都还在。</source>
        <translation>Everything you filled in is kept.</translation>
    </message>
    <message>
        <source>您的申请已经存好，编号在屏幕上。</source>
        <translation>Your application is stored, its number is on the screen.</translation>
    </message>
    <message>
        <source>您的申请已经存好。</source>
        <translation>Your application is stored.</translation>
    </message>
    <message>
        <source>您可以仍要申请，也可以问工作人员。</source>
        <translation>You may apply all the same, or ask the staff.</translation>
    </message>
    <message>
        <source>请把码放平、放近一点，再扫一次。</source>
        <translation>Hold the code flat and closer, and scan again.</translation>
    </message>
    <message>
        <source>请叫工作人员来。弄好了，把这一份的纸全部重新放一遍。</source>
        <translation>Please call the staff. Then lay the whole stack again.</translation>
    </message>
    <message>
        <source>您接着办就行，通了会自己送过去。</source>
        <translation>Go on as usual: it is sent when the line is back.</translation>
    </message>
    <message>
        <source>请到窗口，让工作人员帮您看看。</source>
        <translation>Please go to the counter, the staff will look.</translation>
    </message>
    <message>
        <source>请再试一次。</source>
        <translation>Please try again.</translation>
    </message>
    <message>
        <source>再读一次</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>再存一次</source>
        <translation>Save again</translation>
    </message>
    <message>
        <source>再扫一次</source>
        <translation>Scan again</translation>
    </message>
    <message>
        <source>再提交一次</source>
        <translation>Submit again</translation>
    </message>
    <message>
        <source>再打一次</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>刷身份证的地方</source>
        <translation>The card reader</translation>
    </message>
    <message>
        <source>扫描台</source>
        <translation>The scanner</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>The printer</translation>
    </message>
    <message>
        <source>这台机器</source>
        <translation>This terminal</translation>
    </message>
    <message>
        <source>%1现在用不了</source>
        <translation>%1 does not work now</translation>
    </message>
    <message>
        <source>%1坏了，要请人来修。</source>
        <translation>%1 is broken and must be repaired.</translation>
    </message>
    <message>
        <source>这种情形这里办不了</source>
        <translation>Not possible here</translation>
    </message>
    <message>
        <source>要几个人一起办，这台机器上还做不到。</source>
        <translation>Several people must take part. This terminal cannot do that yet.</translation>
    </message>
    <message>
        <source>条件还不符合</source>
        <translation>The conditions are not met</translation>
    </message>
    <message>
        <source>按规定，现在还不符合办理条件。</source>
        <translation>By the rules, the conditions are not met yet.</translation>
    </message>
    <message>
        <source>还没有签名</source>
        <translation>There is no signature</translation>
    </message>
    <message>
        <source>请在框里写上您的名字。</source>
        <translation>Please write your name in the frame.</translation>
    </message>
    <message>
        <source>这里还没填好</source>
        <translation>This is not complete</translation>
    </message>
    <message>
        <source>有一项没填，或者填得不对。</source>
        <translation>An answer is missing or not right.</translation>
    </message>
    <message>
        <source>材料还没扫完</source>
        <translation>Not everything is scanned</translation>
    </message>
    <message>
        <source>还有材料没有扫描。</source>
        <translation>There are papers left to scan.</translation>
    </message>
    <message>
        <source>没有看到纸</source>
        <translation>No paper seen</translation>
    </message>
    <message>
        <source>扫描台上没有看到纸。</source>
        <translation>There is no paper on the scanner.</translation>
    </message>
    <message>
        <source>没有存好</source>
        <translation>It was not stored</translation>
    </message>
    <message>
        <source>这台机器现在存不了东西。</source>
        <translation>This terminal cannot store anything now.</translation>
    </message>
    <message>
        <source>没有看到身份证</source>
        <translation>No ID card seen</translation>
    </message>
    <message>
        <source>等了一会儿，没有读到身份证。</source>
        <translation>We waited, but no card was read.</translation>
    </message>
    <message>
        <source>身份证拿早了</source>
        <translation>The card was lifted too soon</translation>
    </message>
    <message>
        <source>还没读完，身份证就拿开了。</source>
        <translation>It was taken away while it was being read.</translation>
    </message>
    <message>
        <source>身份证没读清楚</source>
        <translation>The card was not read well</translation>
    </message>
    <message>
        <source>身份证上的内容没有读全。</source>
        <translation>Not all of the card could be read.</translation>
    </message>
    <message>
        <source>身份证过期了</source>
        <translation>The ID card has expired</translation>
    </message>
    <message>
        <source>这张身份证过了有效期，不能用来办事。</source>
        <translation>This card is out of date and cannot be used.</translation>
    </message>
    <message>
        <source>不是同一张身份证</source>
        <translation>Not the same ID card</translation>
    </message>
    <message>
        <source>这不是开始时用的那张身份证。</source>
        <translation>You began with another card.</translation>
    </message>
    <message>
        <source>扫得不清楚</source>
        <translation>The scan is not clear</translation>
    </message>
    <message>
        <source>这一页看不清字，也可能放反了。</source>
        <translation>The page is not legible, or lies upside down.</translation>
    </message>
    <message>
        <source>没有看到码</source>
        <translation>No code seen</translation>
    </message>
    <message>
        <source>等了一会儿，没有扫到码。</source>
        <translation>We waited, but no code was scanned.</translation>
    </message>
    <message>
        <source>码没扫清楚</source>
        <translation>The code was not read well</translation>
    </message>
    <message>
        <source>这个码没有读全。</source>
        <translation>Not all of the code could be read.</translation>
    </message>
    <message>
        <source>打印纸用完了</source>
        <translation>Out of paper</translation>
    </message>
    <message>
        <source>打印机里没有纸了。</source>
        <translation>There is no paper in the printer.</translation>
    </message>
    <message>
        <source>打印纸卡住了</source>
        <translation>The paper is stuck</translation>
    </message>
    <message>
        <source>纸卡在打印机里，出不来。</source>
        <translation>Paper is stuck in the printer.</translation>
    </message>
    <message>
        <source>盖子没有盖好</source>
        <translation>A cover is open</translation>
    </message>
    <message>
        <source>机器的盖子还开着。</source>
        <translation>The machine&apos;s cover is open.</translation>
    </message>
    <message>
        <source>纸卡住了</source>
        <translation>A sheet is stuck</translation>
    </message>
    <message>
        <source>纸卡在扫描台里了。</source>
        <translation>A sheet is stuck in the scanner.</translation>
    </message>
    <message>
        <source>墨粉用完了</source>
        <translation>Out of toner</translation>
    </message>
    <message>
        <source>打印机里的墨粉用完了。</source>
        <translation>The printer is out of toner.</translation>
    </message>
    <message>
        <source>出纸口满了</source>
        <translation>The tray is full</translation>
    </message>
    <message>
        <source>打印机的出纸口放满了纸。</source>
        <translation>The printer&apos;s tray is full of paper.</translation>
    </message>
    <message>
        <source>这台机器存满了，放不下了。</source>
        <translation>This terminal is full.</translation>
    </message>
    <message>
        <source>以前的内容打不开</source>
        <translation>Earlier answers cannot be opened</translation>
    </message>
    <message>
        <source>上次留下的内容，在这里打不开。</source>
        <translation>What you left last time cannot be opened here.</translation>
    </message>
    <message>
        <source>线路不通</source>
        <translation>No connection</translation>
    </message>
    <message>
        <source>现在和市里连不上。</source>
        <translation>The city cannot be reached now.</translation>
    </message>
    <message>
        <source>市里正忙</source>
        <translation>The city is busy</translation>
    </message>
    <message>
        <source>市里那边人多，要等一等。</source>
        <translation>Many people are asking. Please wait a little.</translation>
    </message>
    <message>
        <source>市里的答复不对</source>
        <translation>The city&apos;s answer is not right</translation>
    </message>
    <message>
        <source>市里的答复看不明白。</source>
        <translation>The city&apos;s answer was not understood.</translation>
    </message>
    <message>
        <source>市里没有收下</source>
        <translation>The city did not take it</translation>
    </message>
    <message>
        <source>市里没有收下这次申请。</source>
        <translation>The city did not take this application.</translation>
    </message>
    <message>
        <source>和市里的对不上</source>
        <translation>The city has something else</translation>
    </message>
    <message>
        <source>市里好像已经有一份了。</source>
        <translation>The city seems to have one already.</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>没有找到要用的内容。</source>
        <translation>What is needed was not found.</translation>
    </message>
    <message>
        <source>已经停下了</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>刚才的事没有做完。</source>
        <translation>What was begun is not done.</translation>
    </message>
    <message>
        <source>请叫工作人员来弄好再打。清单也可以到窗口要。</source>
        <translation>Please call the staff, then print. The counter has the list too.</translation>
    </message>
    <message>
        <source>请到窗口要一张清单。指南里也写着要带什么。</source>
        <translation>Please ask for a list at the counter. The guide says what to bring too.</translation>
    </message>
    <message>
        <source>请到服务窗口办，先打一张材料清单带着。选错了，可以按上一步重新选。</source>
        <translation>Please go to the counter; print the list first. If you chose wrongly, touch Back.</translation>
    </message>
    <message>
        <source>打印材料清单</source>
        <translation>Print the list</translation>
    </message>
    <message>
        <source>请换另一个人的身份证放上去。</source>
        <translation>Please lay that one down.</translation>
    </message>
    <message>
        <source>填好的已经存好，别人打不开。</source>
        <translation>Your answers are stored; nobody else can open them.</translation>
    </message>
    <message>
        <source>这张身份证已经刷过了</source>
        <translation>Card read before</translation>
    </message>
    <message>
        <source>要刷的是另一个人的身份证。</source>
        <translation>The other person’s card is needed.</translation>
    </message>
    <message>
        <source>请换要办事的人的身份证放上去。</source>
        <translation>Please lay down the applicant&apos;s card instead.</translation>
    </message>
    <message>
        <source>请按知道了，把号码改过来。</source>
        <translation>Please press OK and correct the number.</translation>
    </message>
    <message>
        <source>请叫工作人员来弄好再打。也可以回去，用手指在屏幕上画押。</source>
        <translation>Please call the staff and print again. Or go back and make a mark on the screen with a finger.</translation>
    </message>
    <message>
        <source>请回去，用手指在屏幕上画押，或者到窗口办。</source>
        <translation>Please go back and make a mark on the screen with a finger, or go to the window.</translation>
    </message>
    <message>
        <source>请换亲属、村干部或者工作人员来帮。</source>
        <translation>Please ask a relative, a village official or the staff.</translation>
    </message>
    <message>
        <source>志愿者不能证明身份</source>
        <translation>A volunteer cannot vouch</translation>
    </message>
    <message>
        <source>没带身份证的人，志愿者帮不了。</source>
        <translation>Who has no card here cannot be helped by a volunteer.</translation>
    </message>
    <message>
        <source>这是帮忙的人的身份证</source>
        <translation>This is the helper&apos;s card</translation>
    </message>
    <message>
        <source>帮忙的人和办事的人，要各刷各的证。</source>
        <translation>Helper and applicant each lay down their own card.</translation>
    </message>
    <message>
        <source>这是帮忙的人自己的号码</source>
        <translation>This is the helper&apos;s own number</translation>
    </message>
    <message>
        <source>要写的是没带证的那个人的号码。</source>
        <translation>Write the number of the person whose card is not here.</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>请按下面的数字</source>
        <translation>Use the digits below</translation>
    </message>
    <message>
        <source>请填有多少%1</source>
        <translation>How many %1?</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>退一格</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>NumberPanel</name>
    <message>
        <source>受理编号 %1</source>
        <translation>Acceptance number %1</translation>
    </message>
</context>
<context>
    <name>OutOfServicePage</name>
    <message>
        <source>到哪里办</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>%1 服务窗口，%2</source>
        <translation>Service window, %1, %2</translation>
    </message>
    <message>
        <source>%1 服务窗口</source>
        <translation>Service window, %1</translation>
    </message>
    <message>
        <source>什么时候</source>
        <translation>When</translation>
    </message>
    <message>
        <source>打电话问</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>以前办的</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>请拿着回执问工作人员。修好以后，这里会自己恢复。</source>
        <translation>Please ask the staff, with your receipt. Once it is repaired, this screen opens by itself.</translation>
    </message>
    <message>
        <source>大厅的服务窗口</source>
        <translation>the service window of the hall</translation>
    </message>
</context>
<context>
    <name>PageReviewPage</name>
    <message>
        <source>扫描的第 %1 页</source>
        <translation>Scanned page %1</translation>
    </message>
    <message>
        <source>重新扫描</source>
        <translation>Scan again</translation>
    </message>
    <message>
        <source>看第 %1 页</source>
        <translation>See page %1</translation>
    </message>
    <message>
        <source>放到第 %1 页</source>
        <translation>Make it page %1</translation>
    </message>
    <message>
        <source>%1，这是第 %2 页</source>
        <translation>%1. This is page %2</translation>
    </message>
</context>
<context>
    <name>PageWords</name>
    <message>
        <source>开始办理</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>读好了，身份证可以拿走了</source>
        <translation>Read. You can take your card</translation>
    </message>
    <message>
        <source>正在看看您上次有没有没办完的事。</source>
        <translation>Looking for something you left unfinished.</translation>
    </message>
    <message>
        <source>请刷身份证</source>
        <translation>Please use your ID card</translation>
    </message>
    <message>
        <source>把身份证平放在读卡的地方，先不要拿开。</source>
        <translation>Lay the card flat on the reader and leave it there.</translation>
    </message>
    <message>
        <source>您上次还没办完</source>
        <translation>You did not finish last time</translation>
    </message>
    <message>
        <source>填好的都还在，要接着办吗？</source>
        <translation>Your answers are kept. Go on?</translation>
    </message>
    <message>
        <source>您上次的回执还没打好</source>
        <translation>Your receipt was not printed</translation>
    </message>
    <message>
        <source>申请已经存好，现在要打印回执吗？</source>
        <translation>Your application is stored. Print the receipt now?</translation>
    </message>
    <message>
        <source>现在还不符合条件</source>
        <translation>Not eligible yet</translation>
    </message>
    <message>
        <source>按规定，现在还不能办。</source>
        <translation>By the rules, this is not possible yet.</translation>
    </message>
    <message>
        <source>仍要申请</source>
        <translation>Apply anyway</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>请扫描材料</source>
        <translation>Please scan your papers</translation>
    </message>
    <message>
        <source>材料这样办</source>
        <translation>Your papers</translation>
    </message>
    <message>
        <source>看一看，没有问题就按下一步。</source>
        <translation>Look it over. If all is well, touch Next.</translation>
    </message>
    <message>
        <source>正在扫描</source>
        <translation>Scanning</translation>
    </message>
    <message>
        <source>请不要动纸，等一等就好。</source>
        <translation>Do not move the paper. It takes a moment.</translation>
    </message>
    <message>
        <source>扫描停下了</source>
        <translation>The scan has stopped</translation>
    </message>
    <message>
        <source>可以再扫一次。</source>
        <translation>You can scan again.</translation>
    </message>
    <message>
        <source>申请存好了</source>
        <translation>Your application is stored</translation>
    </message>
    <message>
        <source>正在打印回执，请等一等。</source>
        <translation>Printing the receipt. One moment.</translation>
    </message>
    <message>
        <source>请拿好回执和身份证。</source>
        <translation>Take your receipt and your ID card.</translation>
    </message>
    <message>
        <source>回执出来了吗？</source>
        <translation>Did the receipt come out?</translation>
    </message>
    <message>
        <source>请看一看出纸的地方。</source>
        <translation>Please look at the paper slot.</translation>
    </message>
    <message>
        <source>回执还没打出来。可以再打，也可以改天来补打。</source>
        <translation>The receipt is not printed. Print again, or another day.</translation>
    </message>
    <message>
        <source>下次再打</source>
        <translation>Another day</translation>
    </message>
    <message>
        <source>您好，请点一下屏幕</source>
        <translation>Hello. Touch the screen</translation>
    </message>
    <message>
        <source>带上身份证，申请补贴、津贴都在这里。</source>
        <translation>Bring your ID card: benefits and allowances are here.</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>您要办什么？</source>
        <translation>What would you like to do?</translation>
    </message>
    <message>
        <source>请点您要办的事。</source>
        <translation>Touch what you came for.</translation>
    </message>
    <message>
        <source>字看得清楚吗？</source>
        <translation>Is the writing clear?</translation>
    </message>
    <message>
        <source>看得清就用这张，看不清就再扫一次。</source>
        <translation>If it is clear, use it. If not, scan again.</translation>
    </message>
    <message>
        <source>看得清</source>
        <translation>It is clear</translation>
    </message>
    <message>
        <source>请签名</source>
        <translation>Please sign</translation>
    </message>
    <message>
        <source>看过下面的话，用手指在框里写名字。</source>
        <translation>Read the words below, then write your name with a finger.</translation>
    </message>
    <message>
        <source>签好了</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>请核对一遍</source>
        <translation>Please check</translation>
    </message>
    <message>
        <source>没有错，就按提交。</source>
        <translation>If all is right, touch Submit.</translation>
    </message>
    <message>
        <source>提交</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>正在提交</source>
        <translation>Submitting</translation>
    </message>
    <message>
        <source>请等一等，不要离开。</source>
        <translation>One moment. Please stay.</translation>
    </message>
    <message>
        <source>办得满意吗？</source>
        <translation>Are you satisfied?</translation>
    </message>
    <message>
        <source>请点一个，也可以不评。</source>
        <translation>Touch one, or skip it.</translation>
    </message>
    <message>
        <source>不评了</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>已清除您的信息</source>
        <translation>Your data is wiped</translation>
    </message>
    <message>
        <source>请带好身份证和材料，慢走。</source>
        <translation>Take your ID card and papers. Goodbye.</translation>
    </message>
    <message>
        <source>刷证</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>填表</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>签名</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>材料清单</source>
        <translation>List of papers</translation>
    </message>
    <message>
        <source>正在打印，请等一等。</source>
        <translation>Printing. One moment.</translation>
    </message>
    <message>
        <source>请拿好清单</source>
        <translation>Take your list</translation>
    </message>
    <message>
        <source>照着清单准备，办的时候带来。</source>
        <translation>Get these ready and bring them.</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>清单出来了吗？</source>
        <translation>Did the list come out?</translation>
    </message>
    <message>
        <source>清单还没打出来。可以再打，也可以不打。</source>
        <translation>The list is not printed. Print again, or leave it.</translation>
    </message>
    <message>
        <source>不打了</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>请%1刷身份证</source>
        <translation>ID card of: %1</translation>
    </message>
    <message>
        <source>这件事要几个人一起办。把身份证平放在读卡的地方。</source>
        <translation>This errand needs several people. Lay the card flat on the reader.</translation>
    </message>
    <message>
        <source>请%1签名</source>
        <translation>Signature of: %1</translation>
    </message>
    <message>
        <source>正在存好您填的</source>
        <translation>Storing your answers</translation>
    </message>
    <message>
        <source>请等一等，先别走开。</source>
        <translation>One moment, please stay here.</translation>
    </message>
    <message>
        <source>没带%1，怎么办？</source>
        <translation>No %1? Choose a way</translation>
    </message>
    <message>
        <source>%1没来，怎么办？</source>
        <translation>%1 not here? Choose a way</translation>
    </message>
    <message>
        <source>请选一个办法，填好的都不会丢。</source>
        <translation>Nothing is lost.</translation>
    </message>
    <message>
        <source>正在打开您填好的。</source>
        <translation>Opening your answers.</translation>
    </message>
    <message>
        <source>有人去拿东西了，马上回来</source>
        <translation>Somebody is fetching something and will be back</translation>
    </message>
    <message>
        <source>回来了，把身份证平放在读卡的地方，就能接着办。</source>
        <translation>Back again? Lay your ID card flat on the reader and go on.</translation>
    </message>
    <message>
        <source>都存好了，您改天再来</source>
        <translation>All is stored, come back another day</translation>
    </message>
    <message>
        <source>%1以前，到这台机器上办同一件事，刷同一张身份证，就能接着办。</source>
        <translation>Until %1: choose the same errand at this terminal and lay down the same ID card.</translation>
    </message>
    <message>
        <source>yyyy年M月d日</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>先把纸放好，再点扫描。没带的，点没带。</source>
        <translation>Lay down the paper, then touch Scan. Touch Missing if you don’t have it.</translation>
    </message>
    <message>
        <source>这台机器暂停服务</source>
        <translation>This machine is out of service</translation>
    </message>
    <message>
        <source>它现在存不了您的申请。请到服务窗口办，或者过一会儿再来。</source>
        <translation>It cannot keep your application now. Please go to the service window, or come again later.</translation>
    </message>
    <message>
        <source>正在查电子证照库，您可以接着办。</source>
        <translation>Asking the licence library. You can go on.</translation>
    </message>
    <message>
        <source>现在查不到电子证照库，以后由市里去查，您接着办。</source>
        <translation>The licence library cannot be asked now; the platform will ask later. You can go on.</translation>
    </message>
    <message>
        <source>正在打印第%1张回执，一共%2张，请等一等。</source>
        <translation>Printing receipt %1 of %2. Please wait.</translation>
    </message>
    <message numerus="yes">
        <source>%n件都存好了</source>
        <translation>
            <numerusform>%n application is stored</numerusform>
            <numerusform>All %n applications are stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>请拿好%n张回执和身份证。</source>
        <translation>
            <numerusform>Please take your %n receipt and your ID card.</numerusform>
            <numerusform>Please take your %n receipts and your ID card.</numerusform>
        </translation>
    </message>
    <message>
        <source>正在打印副本，请等一等。</source>
        <translation>Printing the copy, please wait.</translation>
    </message>
    <message>
        <source>请拿好回执、副本和身份证。</source>
        <translation>Please take the receipt, the copy and your card.</translation>
    </message>
    <message>
        <source>副本出来了吗？</source>
        <translation>Did the copy come out?</translation>
    </message>
    <message>
        <source>副本还没打出来。可以再打，也可以不打。</source>
        <translation>The copy is not out yet. Try again, or leave it.</translation>
    </message>
    <message>
        <source>哪里让您不满意？</source>
        <translation>What was not good?</translation>
    </message>
    <message>
        <source>可以点几个，也可以不点。</source>
        <translation>Touch as many as you like, or none.</translation>
    </message>
    <message>
        <source>说好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>这里现在办不了，可以先打一张材料清单。</source>
        <translation>It cannot be done here now. You can print the list of what to bring.</translation>
    </message>
    <message>
        <source>这几样一起办</source>
        <translation>Together</translation>
    </message>
    <message>
        <source>不要办的，点一下去掉。</source>
        <translation>Touch what you do not want.</translation>
    </message>
    <message>
        <source>可能要到别处办</source>
        <translation>Perhaps to be done elsewhere</translation>
    </message>
    <message>
        <source>您上次还没补完</source>
        <translation>You were adding what was missing</translation>
    </message>
    <message>
        <source>补好的都还在，要接着补吗？</source>
        <translation>What you gave is still here. Go on?</translation>
    </message>
    <message>
        <source>补的都存好了</source>
        <translation>What you gave is saved</translation>
    </message>
    <message>
        <source>请拿好回执和身份证。市里没收到以前，机器会自己一直送。</source>
        <translation>Please take your receipt and ID card. The machine keeps sending until the city has it.</translation>
    </message>
    <message>
        <source>有一封信给您</source>
        <translation>There is a letter for you</translation>
    </message>
    <message>
        <source>办事部门来了%1，要您看一看。</source>
        <translation>The department sent a letter: %1. Please have a look.</translation>
    </message>
    <message>
        <source>要补的都齐了</source>
        <translation>Everything asked for is here</translation>
    </message>
    <message>
        <source>请补一样材料</source>
        <translation>One paper is wanted</translation>
    </message>
    <message>
        <source>要补%1样材料，这是第%2样</source>
        <translation>%1 papers are wanted, this is number %2</translation>
    </message>
    <message>
        <source>谁帮您办？</source>
        <translation>Who helps you?</translation>
    </message>
    <message>
        <source>没带身份证，要有人替您说明身份，他要刷自己的证。</source>
        <translation>Without your card somebody must say who you are, and lay down their own card.</translation>
    </message>
    <message>
        <source>帮您的人也要刷自己的身份证，两个人的名字都记下来。</source>
        <translation>Your helper lays down their own card too; both names are recorded.</translation>
    </message>
    <message>
        <source>请帮忙的%1刷身份证</source>
        <translation>Helper&apos;s ID card: %1</translation>
    </message>
    <message>
        <source>刷帮忙的人自己的证，不是本人的。平放在读卡的地方，先不要拿开。</source>
        <translation>The helper&apos;s own card. Lay it flat and leave it there.</translation>
    </message>
    <message>
        <source>本人的身份证号码</source>
        <translation>The applicant&apos;s ID number</translation>
    </message>
    <message>
        <source>要办事的人叫什么？</source>
        <translation>What is the applicant&apos;s name?</translation>
    </message>
    <message>
        <source>18 位，写错了会提醒您。</source>
        <translation>18 characters; a mistake is pointed out.</translation>
    </message>
    <message>
        <source>写没带证的那个人的名字，不是帮忙的人的。</source>
        <translation>The name of the person whose card is not here, not the helper&apos;s.</translation>
    </message>
    <message>
        <source>记下了</source>
        <translation>Noted</translation>
    </message>
    <message>
        <source>正在看看上次有没有没办完的事。</source>
        <translation>Looking whether anything was left unfinished.</translation>
    </message>
    <message>
        <source>现在请本人刷身份证</source>
        <translation>Now the applicant&apos;s ID card</translation>
    </message>
    <message>
        <source>换成要办事的人的身份证，平放在读卡的地方，先不要拿开。</source>
        <translation>Lay the applicant&apos;s card flat on the reader and leave it there.</translation>
    </message>
    <message>
        <source>按手印的单子</source>
        <translation>Thumbprint sheet</translation>
    </message>
    <message>
        <source>请在单子上按手印</source>
        <translation>Thumbprint on the sheet</translation>
    </message>
    <message>
        <source>也可以画押。帮忙的人在下面签名作见证，再把单子放到扫描台，字朝下。</source>
        <translation>Or a mark. The helper signs as witness. Then scan it, face down.</translation>
    </message>
    <message>
        <source>按好了，扫描</source>
        <translation>Done, scan it</translation>
    </message>
    <message>
        <source>单子出来了吗？</source>
        <translation>Did the sheet come out?</translation>
    </message>
    <message>
        <source>单子还没打出来。可以再打，也可以回去用手指签。</source>
        <translation>The sheet has not been printed. Print again, or go back and sign with a finger.</translation>
    </message>
    <message>
        <source>%1以前，本人带身份证来，或者同一个人来帮，就能接着办。</source>
        <translation>Until %1 the applicant can go on with the own card, or with the same helper.</translation>
    </message>
    <message>
        <source>机器还没有设好，要请技术人员来。请到服务窗口办。</source>
        <translation>This machine is not set up yet; a technician is needed. Please go to the service window.</translation>
    </message>
</context>
<context>
    <name>PagedColumn</name>
    <message>
        <source>上一页</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>第 %1 页，共 %2 页</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>PartyPage</name>
    <message>
        <source>只用来办这件事，离开时清除</source>
        <translation>Used for this errand only, wiped when you leave</translation>
    </message>
    <message>
        <source>没来，或者没带证</source>
        <translation>Not here, or no card</translation>
    </message>
</context>
<context>
    <name>PhoneCodeField</name>
    <message>
        <source>请按短信里的6位数字</source>
        <translation>Type the 6 digits in the message</translation>
    </message>
</context>
<context>
    <name>PhoneCodePage</name>
    <message>
        <source>验证码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>正在发送</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>没收到？等%1秒</source>
        <translation>Not there? Wait %1 s</translation>
    </message>
    <message>
        <source>没收到，再发</source>
        <translation>Not there: resend</translation>
    </message>
    <message>
        <source>以后再核</source>
        <translation>Check later</translation>
    </message>
</context>
<context>
    <name>PhoneOffer</name>
    <message>
        <source>输入验证码</source>
        <translation>Type in the code</translation>
    </message>
    <message>
        <source>%1秒后可以再发验证码</source>
        <translation>Another code can be sent in %1 s</translation>
    </message>
    <message>
        <source>发送验证码，核对号码</source>
        <translation>Send a code to check the number</translation>
    </message>
    <message>
        <source>这个号码核对好了</source>
        <translation>This number is checked</translation>
    </message>
    <message>
        <source>号码记下了，以后由市里核对</source>
        <translation>The number is kept; the city checks it later</translation>
    </message>
    <message>
        <source>正在请市里发验证码</source>
        <translation>Asking for a code</translation>
    </message>
</context>
<context>
    <name>PhoneWords</name>
    <message>
        <source>手机号核对好了，请按下一步。</source>
        <translation>The number is checked. Press Next.</translation>
    </message>
    <message>
        <source>现在联系不上市里。号码先记下，以后由市里核对，您接着办。</source>
        <translation>The city does not answer now. Your number is kept and checked later. Please go on.</translation>
    </message>
    <message>
        <source>刚才发过了，请等一等再发。不想等，可以先接着办。</source>
        <translation>One was sent just now. Please wait a little, or go on.</translation>
    </message>
    <message numerus="yes">
        <source>验证码不对，请对着短信再看一看。还可以试%n次。</source>
        <translation>
            <numerusform>That is not the code. Please look again. %n try left.</numerusform>
            <numerusform>That is not the code. Please look again. %n tries left.</numerusform>
        </translation>
    </message>
    <message>
        <source>验证码不对。请重新发一个，或者以后再核。</source>
        <translation>That is not the code. Ask for another, or check later.</translation>
    </message>
    <message>
        <source>这个验证码不能用了。请重新发一个，或者以后再核。</source>
        <translation>This code counts no more. Ask for another, or check later.</translation>
    </message>
    <message>
        <source>请输入验证码</source>
        <translation>Type in the code</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>正在请市里再发一个。</source>
        <translation>Asking for another one.</translation>
    </message>
    <message>
        <source>短信发到了%1，里面有6位数字。</source>
        <translation>A message with 6 digits went to %1.</translation>
    </message>
</context>
<context>
    <name>PinyinPad</name>
    <message>
        <source>拼音</source>
        <translation>abc</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>123</translation>
    </message>
</context>
<context>
    <name>PrintProgress</name>
    <message>
        <source>打印好了，请取走</source>
        <translation>Printed. Please take it</translation>
    </message>
    <message>
        <source>没出来</source>
        <translation>It did not</translation>
    </message>
    <message>
        <source>出来了</source>
        <translation>It did</translation>
    </message>
    <message>
        <source>再打一次</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>回执</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>正在打印%1</source>
        <translation>Printing: %1</translation>
    </message>
    <message>
        <source>%1出来了吗？</source>
        <translation>%1: did it come out?</translation>
    </message>
    <message>
        <source>%1还没打印</source>
        <translation>%1: not printed</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>读好了，身份证可以拿走了</source>
        <translation>Read. You can take your card</translation>
    </message>
    <message>
        <source>正在找您办的事。</source>
        <translation>Looking for what you applied for.</translation>
    </message>
    <message>
        <source>请刷身份证</source>
        <translation>Please use your ID card</translation>
    </message>
    <message>
        <source>刷一下，就知道您的事办到哪一步。</source>
        <translation>It tells you how far your applications are.</translation>
    </message>
    <message>
        <source>看好了</source>
        <translation>I have seen it</translation>
    </message>
    <message>
        <source>没有查到您的申请</source>
        <translation>No application of yours is here</translation>
    </message>
    <message>
        <source>只查得到在这台机器上办的。在别处办的，请问工作人员。</source>
        <translation>Only what was done at this machine is here. For others please ask the staff.</translation>
    </message>
    <message numerus="yes">
        <source>您办的 %n 件事</source>
        <translation>
            <numerusform>%n application of yours</numerusform>
            <numerusform>%n applications of yours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>有 %n 件要您看一看，请点开。</source>
        <translation>
            <numerusform>%n of them needs you: please touch it.</numerusform>
            <numerusform>%n of them need you: please touch them.</numerusform>
        </translation>
    </message>
    <message>
        <source>点一件，看办到哪一步。</source>
        <translation>Touch one to see how far it is.</translation>
    </message>
    <message>
        <source>查进度不会改动您的申请。</source>
        <translation>Looking changes nothing of your applications.</translation>
    </message>
    <message>
        <source>现在查不了</source>
        <translation>Looking it up does not work now</translation>
    </message>
    <message>
        <source>这台机器的记录现在打不开。</source>
        <translation>The records of this machine do not open now.</translation>
    </message>
    <message>
        <source>再查一次</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>看通知</source>
        <translation>Read the notice</translation>
    </message>
    <message>
        <source>M月d日</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>请在%1以前，把这些带到窗口补齐。</source>
        <translation>Please bring these to the window before %1.</translation>
    </message>
    <message>
        <source>请把这些带到窗口补齐。</source>
        <translation>Please bring these to the window.</translation>
    </message>
    <message>
        <source>有不明白的，请到窗口问。</source>
        <translation>If anything is unclear, please ask at the window.</translation>
    </message>
    <message>
        <source>%1您补过了，还在这台机器里。线路通了会自己送。</source>
        <translation>You answered on %1. It is still in this machine and goes by itself when the line is up.</translation>
    </message>
    <message>
        <source>%1您补过了，市里收到了，等工作人员看。</source>
        <translation>You answered on %1. The city has it; staff will look at it.</translation>
    </message>
    <message>
        <source>%1您补过了，市里没有收。东西都还在，请到窗口问一问。</source>
        <translation>You answered on %1. The city did not take it. Everything is still here; please ask at the counter.</translation>
    </message>
    <message>
        <source>请在%1以前补齐。现在就能补，也可以带到窗口。</source>
        <translation>Please complete it by %1. You can do it now, or at the counter.</translation>
    </message>
    <message>
        <source>现在就能补，也可以带到窗口。</source>
        <translation>You can do it now, or at the counter.</translation>
    </message>
    <message>
        <source>现在补</source>
        <translation>Do it now</translation>
    </message>
    <message>
        <source>信还在，什么都没有改动。</source>
        <translation>The letter is still here; nothing was changed.</translation>
    </message>
    <message>
        <source>请叫工作人员来弄好再打，也可以到窗口要一张。</source>
        <translation>Please ask staff to help and print again, or ask for it at the counter.</translation>
    </message>
    <message>
        <source>现在补不了</source>
        <translation>This cannot be done now</translation>
    </message>
    <message>
        <source>这封信补过了，或者已经撤回。</source>
        <translation>This letter was answered or withdrawn.</translation>
    </message>
    <message>
        <source>请把要补的带到窗口。</source>
        <translation>Please bring what is wanted to the counter.</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>扫好了，回执可以拿走了</source>
        <translation>Scanned; you can take your receipt</translation>
    </message>
    <message>
        <source>正在核对回执上的码。</source>
        <translation>Checking the code of the receipt.</translation>
    </message>
    <message>
        <source>请刷身份证，或者扫回执</source>
        <translation>Your ID card, or your receipt</translation>
    </message>
    <message>
        <source>回执上的核验码，放到扫码的地方。</source>
        <translation>Hold the verification code of the receipt under the scanner.</translation>
    </message>
    <message>
        <source>刷身份证看通知</source>
        <translation>Read the letter by card</translation>
    </message>
    <message>
        <source>可以刷身份证查，也可以拿着回执到窗口问。</source>
        <translation>Use your ID card, or ask at the window with the receipt.</translation>
    </message>
    <message>
        <source>没认出这个码</source>
        <translation>This code is not known</translation>
    </message>
    <message>
        <source>这不是回执上的核验码，或者码破了，没扫全。</source>
        <translation>It is not the verification code of a receipt, or it is torn.</translation>
    </message>
    <message>
        <source>请把回执摊平再扫一次，也可以刷身份证查。</source>
        <translation>Please flatten the receipt and scan again, or use your ID card.</translation>
    </message>
    <message>
        <source>这个码核对不上</source>
        <translation>This code does not hold</translation>
    </message>
    <message>
        <source>码上的签名不对，不能当作回执。</source>
        <translation>Its signature is wrong: it is no receipt.</translation>
    </message>
    <message>
        <source>这台机器上没有这件事</source>
        <translation>Not known at this terminal</translation>
    </message>
    <message>
        <source>可能是在别的机器上办的，那里能查。</source>
        <translation>It may be from another terminal, where it can be looked up.</translation>
    </message>
</context>
<context>
    <name>ProgressCasePage</name>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>%1。现在连不上市里，后来的还看不到</source>
        <translation>%1. There is no line now: what came later cannot be seen</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>预受理编号</source>
        <translation>Local number</translation>
    </message>
    <message>
        <source>受理编号</source>
        <translation>Case number</translation>
    </message>
</context>
<context>
    <name>ProgressIdentifyPage</name>
    <message>
        <source>只看您自己的事，离开时清除</source>
        <translation>Only your own, and cleared when you leave</translation>
    </message>
    <message>
        <source>回执只看得到办到哪一步；通知要刷身份证看</source>
        <translation>A receipt shows how far it is; letters want your ID card</translation>
    </message>
</context>
<context>
    <name>ProgressLetterPage</name>
    <message>
        <source>%1 服务窗口，%2</source>
        <translation>Service window, %1, %2</translation>
    </message>
    <message>
        <source>第 %1 项，%2：%3</source>
        <translation>Number %1, %2: %3</translation>
    </message>
    <message>
        <source>第 %1 项：%2</source>
        <translation>Number %1: %2</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>打印这封信</source>
        <translation>Print this letter</translation>
    </message>
    <message>
        <source>信</source>
        <translation>the letter</translation>
    </message>
</context>
<context>
    <name>ProgressListPage</name>
    <message>
        <source>返回首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>问进度，也可以打大厅电话：%1</source>
        <translation>You may also call the hall: %1</translation>
    </message>
    <message>
        <source>%1申请，现在：%2</source>
        <translation>Applied on %1. Now: %2</translation>
    </message>
</context>
<context>
    <name>ProgressMailPage</name>
    <message>
        <source>问进度，也可以打大厅电话：%1</source>
        <translation>You may also call the hall: %1</translation>
    </message>
</context>
<context>
    <name>QuietRow</name>
    <message>
        <source>标准模式</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>关爱模式</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>字变回平常大小</source>
        <translation>Letters of normal size</translation>
    </message>
    <message>
        <source>字更大，时间更长</source>
        <translation>Larger letters, more time</translation>
    </message>
    <message>
        <source>重新开始</source>
        <translation>Restart</translation>
    </message>
    <message>
        <source>听语音</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>再听一遍</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>叫人帮忙</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message>
        <source>改天再打</source>
        <translation>Another day</translation>
    </message>
    <message>
        <source>预受理编号</source>
        <translation>Your number</translation>
    </message>
    <message>
        <source>每件什么时候办好、找谁问，都印在它的回执上。</source>
        <translation>When each is done and whom to ask stands on its receipt.</translation>
    </message>
    <message>
        <source>副本</source>
        <translation>copy</translation>
    </message>
    <message>
        <source>回执</source>
        <translation>receipt</translation>
    </message>
    <message>
        <source>再打一张副本</source>
        <translation>One more copy</translation>
    </message>
    <message>
        <source>再打一张，给家里人</source>
        <translation>One more, for my family</translation>
    </message>
    <message>
        <source>每件再打一张副本</source>
        <translation>One more copy of each</translation>
    </message>
    <message>
        <source>每件再打一张，给家里人</source>
        <translation>One of each for the family</translation>
    </message>
    <message>
        <source>补正编号</source>
        <translation>Number of what you added</translation>
    </message>
    <message>
        <source>已经存好，会自己送到市里</source>
        <translation>Saved, and sent to the city by itself</translation>
    </message>
    <message>
        <source>已经存好，等受理部门给受理编号</source>
        <translation>Stored. The office will give its number</translation>
    </message>
</context>
<context>
    <name>RegionField</name>
    <message>
        <source>全国</source>
        <translation>All China</translation>
    </message>
    <message>
        <source>别的地方</source>
        <translation>Elsewhere</translation>
    </message>
</context>
<context>
    <name>ResumePage</name>
    <message>
        <source>接着办：%1</source>
        <translation>Go on: %1</translation>
    </message>
    <message>
        <source>%1 填到一半，都还在</source>
        <translation>Left on %1, all is kept</translation>
    </message>
    <message>
        <source>打印回执：%1</source>
        <translation>Print the receipt: %1</translation>
    </message>
    <message>
        <source>已经提交，回执可能没有打出来</source>
        <translation>Submitted; the receipt may not have come out</translation>
    </message>
    <message>
        <source>重新填一份</source>
        <translation>Begin anew</translation>
    </message>
    <message>
        <source>上次填的会删掉</source>
        <translation>What you filled in is deleted</translation>
    </message>
    <message>
        <source>另外再办一件</source>
        <translation>Another errand</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>网络暂时不通：照常办理，通了自动送出</source>
        <translation>No network now: go on as usual, it is sent later</translation>
    </message>
</context>
<context>
    <name>ScreenLanguage</name>
    <message>
        <source>中文</source>
        <translation>English</translation>
    </message>
</context>
<context>
    <name>SignaturePage</name>
    <message>
        <source>用手指在这里写名字</source>
        <translation>Write your name here</translation>
    </message>
    <message>
        <source>签名区</source>
        <translation>Signature field</translation>
    </message>
    <message>
        <source>用手指写名字，不会写字可以画押</source>
        <translation>Write your name with a finger; a mark will do</translation>
    </message>
    <message>
        <source>擦掉</source>
        <translation>Wipe</translation>
    </message>
    <message>
        <source>不会写字，可以画押。按手印要有人帮办</source>
        <translation>Who cannot write may make a mark. A thumbprint needs a helper</translation>
    </message>
    <message>
        <source>不会写字，按手印</source>
        <translation>Cannot write: thumbprint</translation>
    </message>
</context>
<context>
    <name>SlipPage</name>
    <message>
        <source>不打了</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>清单</source>
        <translation>List</translation>
    </message>
</context>
<context>
    <name>StandardFields</name>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>男</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>女</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>未知</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>未说明</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>民族</source>
        <translation>Ethnic group</translation>
    </message>
    <message>
        <source>户籍地址</source>
        <translation>Registered address</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>身份证号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>这是您的信息吗？</source>
        <translation>Is this you?</translation>
    </message>
    <message>
        <source>这些是从身份证上读到的，请您看一看。</source>
        <translation>This was read from your ID card. Please look it over.</translation>
    </message>
</context>
<context>
    <name>StartOverSheet</name>
    <message>
        <source>要重新开始吗？</source>
        <translation>Start over?</translation>
    </message>
    <message>
        <source>您的申请已经存好，不会丢。屏幕上的信息会清除。</source>
        <translation>Your application is stored and safe. The screen will be wiped.</translation>
    </message>
    <message>
        <source>填的和扫的都会清除，回到首页。</source>
        <translation>All you filled in and scanned is wiped.</translation>
    </message>
    <message>
        <source>不，继续办</source>
        <translation>No, go on</translation>
    </message>
    <message>
        <source>清除，结束</source>
        <translation>Wipe and end</translation>
    </message>
    <message>
        <source>清除，重新开始</source>
        <translation>Wipe, restart</translation>
    </message>
    <message>
        <source>存好的还在，不会丢。屏幕回到首页。</source>
        <translation>What is stored stays. The screen goes back to the start.</translation>
    </message>
    <message>
        <source>回到首页</source>
        <translation>Back to the start</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>第 %1 步，共 %2 步</source>
        <translation>Step %1 of %2</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>SubmittingPage</name>
    <message>
        <source>正在存好您填的和扫的，请不要离开</source>
        <translation>Storing your answers and scans. Please stay</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>请按下面的拼音</source>
        <translation>Use the letters below</translation>
    </message>
</context>
<context>
    <name>ThreeSteps</name>
    <message>
        <source>刷身份证</source>
        <translation>Use ID card</translation>
    </message>
    <message>
        <source>扫描材料</source>
        <translation>Scan papers</translation>
    </message>
    <message>
        <source>签名拿回执</source>
        <translation>Sign</translation>
    </message>
</context>
<context>
    <name>TimelineRow</name>
    <message>
        <source>现在：%1，%2</source>
        <translation>Now: %1, %2</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>TogetherPanel</name>
    <message>
        <source>打印好了</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>正在打印</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>请看一看出纸的地方</source>
        <translation>Please look at the paper slot</translation>
    </message>
    <message>
        <source>还没打印</source>
        <translation>Not printed yet</translation>
    </message>
    <message>
        <source>%1，预受理编号%2，回执%3</source>
        <translation>%1, number %2, receipt: %3</translation>
    </message>
</context>
<context>
    <name>TopStrip</name>
    <message>
        <source>已联网</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>未联网</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>未联网，照常办理</source>
        <translation>Offline: go on as usual</translation>
    </message>
    <message>
        <source>设备正常</source>
        <translation>Devices OK</translation>
    </message>
    <message>
        <source>设备待查</source>
        <translation>Check devices</translation>
    </message>
    <message>
        <source>正在为 %1 办理</source>
        <translation>For %1</translation>
    </message>
    <message>
        <source>%1在帮忙</source>
        <translation>%1 is helping</translation>
    </message>
</context>
<context>
    <name>Wishes</name>
    <message>
        <source>关爱模式</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>字更大，时间更长</source>
        <translation>Larger letters, more time</translation>
    </message>
    <message>
        <source>深色屏幕</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>黑底亮字，不晃眼</source>
        <translation>Light letters on dark</translation>
    </message>
    <message>
        <source>按钮放低</source>
        <translation>Lower</translation>
    </message>
    <message>
        <source>坐着也够得着</source>
        <translation>For who sits</translation>
    </message>
</context>
<context>
    <name>tongban::view::CaptureController</name>
    <message>
        <source>正在扫第 %1 张</source>
        <translation>Scanning sheet %1</translation>
    </message>
</context>
<context>
    <name>tongban::view::EligibilityController</name>
    <message>
        <source>您今年 %1 周岁</source>
        <translation>You are %1 years old</translation>
    </message>
    <message>
        <source>您身份证上的地址不在本地</source>
        <translation>The address on your card is not here</translation>
    </message>
    <message>
        <source>可以到身份证地址所在的乡镇、街道便民服务中心办。</source>
        <translation>It can be done at the service hall of the township on your card.</translation>
    </message>
</context>
<context>
    <name>tongban::view::FindController</name>
    <message>
        <source>按拼音的头一个字母就行，比如“低保”按 d、b。</source>
        <translation>The first letters of the pinyin will do: d, b for 低保.</translation>
    </message>
    <message>
        <source>没有找到。换个说法再试，或看图找，或问工作人员。</source>
        <translation>Not found. Try other words, the pictures, or the staff.</translation>
    </message>
    <message>
        <source>您要找什么事？</source>
        <translation>What are you looking for?</translation>
    </message>
    <message>
        <source>按拼音字母，下面就会出来。</source>
        <translation>Type pinyin letters: the list follows.</translation>
    </message>
    <message>
        <source>请点您要办的事。</source>
        <translation>Touch what you came for.</translation>
    </message>
</context>
<context>
    <name>tongban::view::FormController</name>
    <message>
        <source>%1也要到场，请到窗口办</source>
        <translation>%1 must come too: go to the counter</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1要一起来刷身份证</source>
        <translation>%1 must come along with the ID card</translation>
    </message>
</context>
<context>
    <name>tongban::view::HelperController</name>
    <message>
        <source>%1 %2</source>
        <comment>role and name</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>没刷本人的证，由%1证明身份</source>
        <translation>No own card; vouched for by %1</translation>
    </message>
    <message>
        <source>没刷本人的证，凭%1带来的材料</source>
        <translation>No own card; papers brought by %1</translation>
    </message>
</context>
<context>
    <name>tongban::view::HomeController</name>
    <message>
        <source>本机暂无可办事项，请到窗口办理</source>
        <translation>Nothing can be done here now: go to the counter</translation>
    </message>
    <message>
        <source>正在打开服务目录，请稍候</source>
        <translation>Opening the list of services</translation>
    </message>
    <message>
        <source>服务目录正在下载，请稍候</source>
        <translation>Fetching the list of services</translation>
    </message>
    <message>
        <source>本机资料暂时打不开，请联系工作人员</source>
        <translation>The terminal&apos;s data cannot be opened: ask the staff</translation>
    </message>
    <message>
        <source>作者模式：本机文件夹里的事项，办了不算数</source>
        <translation>Author mode: items of a local folder, nothing counts</translation>
    </message>
</context>
<context>
    <name>tongban::view::KioskController</name>
    <message>
        <source>请到旁边的服务窗口说一声，或打这个电话：</source>
        <translation>Please tell the staff at the counter, or call:</translation>
    </message>
    <message>
        <source>够不着就按“叫人帮忙”，工作人员替您放。</source>
        <translation> Out of reach? Touch “Help”: staff will do it for you.</translation>
    </message>
</context>
<context>
    <name>tongban::view::LeaveController</name>
    <message>
        <source>yyyy年M月d日</source>
        <translation>d MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>tongban::view::MaterialsController</name>
    <message>
        <source>您同意的话，现在就到电子证照库查您的%1，查到就不用带。</source>
        <translation>If you agree, the licence library is asked now for: %1. What it holds need not be brought.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>tongban::view::PageReviewController</name>
    <message numerus="yes">
        <source>%1，共 %n 页</source>
        <translation>
            <numerusform>%1, %n page</numerusform>
            <numerusform>%1, %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tongban::view::ProgressController</name>
    <message>
        <source>打不开的申请，请问工作人员</source>
        <translation>An application that does not open: please ask the staff</translation>
    </message>
    <message>
        <source>yyyy年M月d日</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>M月d日 HH:mm</source>
        <translation>d MMM, HH:mm</translation>
    </message>
    <message>
        <source>市里的消息到%1为止</source>
        <translation>As the city knew it on %1</translation>
    </message>
    <message>
        <source>市里还没有来过消息</source>
        <translation>The city has not said anything yet</translation>
    </message>
</context>
<context>
    <name>tongban::view::RatingController</name>
    <message>
        <source>非常满意</source>
        <translation>Very satisfied</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>基本满意</source>
        <translation>Mostly satisfied</translation>
    </message>
    <message>
        <source>不满意</source>
        <translation>Dissatisfied</translation>
    </message>
    <message>
        <source>非常不满意</source>
        <translation>Very dissatisfied</translation>
    </message>
    <message>
        <source>看不懂、听不懂</source>
        <translation>Hard to understand</translation>
    </message>
    <message>
        <source>等得太久</source>
        <translation>It took too long</translation>
    </message>
    <message>
        <source>机器不好用</source>
        <translation>The machine was hard to use</translation>
    </message>
    <message>
        <source>要的材料太多</source>
        <translation>Too many papers</translation>
    </message>
    <message>
        <source>没有人帮忙</source>
        <translation>Nobody helped</translation>
    </message>
    <message>
        <source>别的原因</source>
        <translation>Something else</translation>
    </message>
</context>
<context>
    <name>tongban::view::ReceiptController</name>
    <message>
        <source>带身份证来，刷一下就知道办到哪一步。</source>
        <translation>Come with your ID card to see how far it is.</translation>
    </message>
</context>
<context>
    <name>tongban::view::ResumeController</name>
    <message>
        <source>M月d日 HH:mm</source>
        <translation>d MMM, HH:mm</translation>
    </message>
    <message>
        <source>补材料（%1）</source>
        <translation>what is missing for %1</translation>
    </message>
</context>
<context>
    <name>tongban::view::ReviewController</name>
    <message>
        <source>情形</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Papers</translation>
    </message>
    <message numerus="yes">
        <source>%n 页</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>签名</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>已签名</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>一起办的人</source>
        <translation>Applying together</translation>
    </message>
    <message>
        <source>%1以前补交</source>
        <translation>By %1</translation>
    </message>
    <message>
        <source>yyyy年M月d日</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>%1签名</source>
        <translation>Signature: %1</translation>
    </message>
    <message>
        <source>%1（已核对）</source>
        <translation>%1 (checked)</translation>
    </message>
    <message>
        <source>%1（未核对）</source>
        <translation>%1 (not checked)</translation>
    </message>
    <message>
        <source>帮办人</source>
        <translation>Helper</translation>
    </message>
    <message>
        <source>身份证号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>本人身份</source>
        <translation>Applicant&apos;s identity</translation>
    </message>
    <message>
        <source>没刷证，帮办人证明</source>
        <translation>No card, vouched for by the helper</translation>
    </message>
    <message>
        <source>没刷证，凭带来的材料</source>
        <translation>No card, by the papers brought</translation>
    </message>
    <message>
        <source>已按手印，帮办人见证</source>
        <translation>Thumbprint, witnessed by the helper</translation>
    </message>
</context>
</TS>
