<#import "/_shared/cusexp.ftl" as cusexp>
<@cusexp.declaration message=envelope.Message number=envelope.Message.BGM.E1004 house=item master=envelope.Message.SG6
    consignorState=item.NAD["CZ"].E3229 consigneeState=item.NAD["CN"].E3229 release="D.96A" code=code input=input warnings=warnings/>
