<#import "/_shared/edifact-reply.ftl" as edi>
<#import "/_shared/contrl.ftl" as contrl>
<#assign fn = fn>
<Interchange>
  <@edi.envelope reply=reply prefix="CTL3" most="3"/>
  <Message>
    <UNH>
      <E0062>1</E0062>
      <S009>
        <E0065>CONTRL</E0065>
        <E0052>D</E0052>
        <E0054>3</E0054>
        <E0051>UN</E0051>
      </S009>
    </UNH>
    <UCI><#-- 0020, S002 and S003 as the sender wrote them, not turned around -->
      <E0020>${reply.facts.reference}</E0020>
      <S002>
        <E0004>${reply.facts.sender}</E0004>
        <E0007>${reply.facts.senderQualifier}</E0007>
        <E0008>${reply.facts.senderInternal}</E0008>
      </S002>
      <S003>
        <E0010>${reply.facts.recipient}</E0010>
        <E0007>${reply.facts.recipientQualifier}</E0007>
        <E0014>${reply.facts.recipientInternal}</E0014>
      </S003>
      <E0083>${contrl.action(reply)}</E0083>
      <#list contrl.ofInterchange(reply) as fault>
      <E0085>${edi.syntaxError(fault)}</E0085>
      <E0013>${contrl.serviceSegment(fault)}</E0013>
      <S011>
        <E0098>${contrl.element(fault)}</E0098>
        <E0104>${contrl.component(fault)}</E0104>
      </S011>
      </#list>
    </UCI>
    <#list contrl.messages(contrl.loose(reply)) as problems>
    <SG1>
      <UCM>
        <E0062>${problems[0].pointer.segment.message}</E0062>
        <S009>
          <E0065>${contrl.identifier(problems[0], 0)}</E0065>
          <E0052>${contrl.identifier(problems[0], 1)}</E0052>
          <E0054>${contrl.identifier(problems[0], 2)}</E0054>
          <E0051>${contrl.identifier(problems[0], 3)}</E0051>
          <E0057>${contrl.identifier(problems[0], 4)}</E0057>
        </S009>
        <E0083>4</E0083>
        <#list contrl.ofMessage(problems) as fault>
        <E0085>${edi.syntaxError(fault)}</E0085>
        <E0013>${contrl.serviceSegment(fault)}</E0013>
        <S011>
          <E0098>${contrl.element(fault)}</E0098>
          <E0104>${contrl.component(fault)}</E0104>
        </S011>
        </#list>
      </UCM>
      <#list contrl.segments(problems) as segment>
      <#list contrl.ofSegment(segment) as fault>
      <SG2>
        <UCS>
          <E0096>${fault.pointer.segment.segment}</E0096>
          <E0085>${edi.syntaxError(fault)}</E0085>
        </UCS>
      </SG2>
      </#list>
      <#list contrl.ofElements(segment)?chunk(99) as faults>
      <SG2>
        <UCS>
          <E0096>${faults[0].pointer.segment.segment}</E0096>
        </UCS>
        <#list faults as fault>
        <UCD>
          <E0085>${edi.syntaxError(fault)}</E0085>
          <S011>
            <E0098>${contrl.element(fault)}</E0098>
            <E0104>${contrl.component(fault)}</E0104>
          </S011>
        </UCD>
        </#list>
      </SG2>
      </#list>
      </#list>
    </SG1>
    </#list>
    <#list contrl.groups(reply) as told>
    <#assign group = told[0].pointer.segment.group>
    <SG3>
      <UCF>
        <E0048>${group.reference}</E0048>
        <S006>
          <E0040>${fn.first(group.sender, "0")}</E0040>
          <E0007>${group.senderQualifier}</E0007>
        </S006>
        <S007>
          <E0044>${fn.first(group.recipient, "0")}</E0044>
          <E0007>${group.recipientQualifier}</E0007>
        </S007>
        <E0083>${(contrl.refused(reply) || contrl.ofGroup(told)?size gt 0)?then("4", "7")}</E0083>
        <#list contrl.ofGroup(told) as fault>
        <E0085>${edi.syntaxError(fault)}</E0085>
        <E0013>${contrl.serviceSegment(fault)}</E0013>
        <S011>
          <E0098>${contrl.element(fault)}</E0098>
          <E0104>${contrl.component(fault)}</E0104>
        </S011>
        </#list>
      </UCF>
      <#list contrl.messages(told) as problems>
      <SG4>
        <UCM>
          <E0062>${problems[0].pointer.segment.message}</E0062>
          <S009>
            <E0065>${contrl.identifier(problems[0], 0)}</E0065>
            <E0052>${contrl.identifier(problems[0], 1)}</E0052>
            <E0054>${contrl.identifier(problems[0], 2)}</E0054>
            <E0051>${contrl.identifier(problems[0], 3)}</E0051>
            <E0057>${contrl.identifier(problems[0], 4)}</E0057>
          </S009>
          <E0083>4</E0083>
          <#list contrl.ofMessage(problems) as fault>
          <E0085>${edi.syntaxError(fault)}</E0085>
          <E0013>${contrl.serviceSegment(fault)}</E0013>
          <S011>
            <E0098>${contrl.element(fault)}</E0098>
            <E0104>${contrl.component(fault)}</E0104>
          </S011>
          </#list>
        </UCM>
        <#list contrl.segments(problems) as segment>
        <#list contrl.ofSegment(segment) as fault>
        <SG5>
          <UCS>
            <E0096>${fault.pointer.segment.segment}</E0096>
            <E0085>${edi.syntaxError(fault)}</E0085>
          </UCS>
        </SG5>
        </#list>
        <#list contrl.ofElements(segment)?chunk(99) as faults>
        <SG5>
          <UCS>
            <E0096>${faults[0].pointer.segment.segment}</E0096>
          </UCS>
          <#list faults as fault>
          <UCD>
            <E0085>${edi.syntaxError(fault)}</E0085>
            <S011>
              <E0098>${contrl.element(fault)}</E0098>
              <E0104>${contrl.component(fault)}</E0104>
            </S011>
          </UCD>
          </#list>
        </SG5>
        </#list>
        </#list>
      </SG4>
      </#list>
    </SG3>
    </#list>
  </Message>
</Interchange>
