using TypedTune.Contracts;

namespace TypedTune.Learning.Tests.Persistence;

public sealed class SavedDatePartsTests : PersistentModelContract<FittedDateParts>
{
    private static readonly FeatureMatrix Rows = FeatureMatrix.FromColumns(new FeatureNames("Day"), [0, 19_000, double.NaN, 12.0]).WithKinds(NumberKind.Date);

    protected override FittedDateParts Create() => new DateParts { Cyclic = true, Week = true }.Fit(Rows);

    protected override IEnumerable<object?> Answers(FittedDateParts model) => Numbers.Of(model.Transform(Rows));
}
