<#import "/_shared/cuscar.ftl" as cuscar>
<#assign cni = envelope.Message.SG4>
<#assign masters = cni.SG5>
<@cuscar.declaration message=envelope.Message number=envelope.Message.BGM.E1004 bill=item cni=cni.CNI submitter=envelope.Message.NAD["MS"]
    master=masters["MWB"]?then(masters["MWB"], masters["MB"]) transport=envelope.Message.SG1 tdtMode=envelope.Message.SG1.TDT.C220.E8067
    consignor=item.SG7["CZ"].NAD consignorState=item.SG7["CZ"].NAD.E3229 consignee=item.SG7["CN"].NAD consigneeState=item.SG7["CN"].NAD.E3229
    parties=item.SG7 goods=item.SG10 release="D.95B" code=code input=input warnings=warnings/>
