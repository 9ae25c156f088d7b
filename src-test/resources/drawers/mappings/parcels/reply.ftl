<Answer xmlns="urn:test:parcels">
  <Number>${reply.controlNumber}</Number>
  <Reference>${reply.interchangeReference}</Reference>
  <#list reply.items as one>
  <Status>
    <Id>${one.key.id}</Id>
    <Code>${code("status", one.status.code)}</Code>
    <#list one.status.problems as problem>
    <Fault>${problem.rule} ${problem.pointer.path}: ${problem.text}</Fault>
    </#list>
    <Total>${one.status.total}</Total>
  </Status>
  </#list>
</Answer>
