using TypedTune.Contracts;

namespace TypedTune.Tests.Storage;

public sealed class InMemoryStoreTests : StoreContract
{
    protected override IStudyStore Create() => new InMemoryStore();

    protected override IStudyStore Reopen(IStudyStore store) => store;
}
