using TypedTune.Learning;

namespace TypedTune.Benchmarks.Peers;

/// <summary>TypedTune's forest for numbers.</summary>
internal sealed class TypedTuneRegressor(ForestSettings settings) : IPeer<TypedTuneRows, FittedRandomForestRegressor>
{
    private readonly FitContext _context = new(new WorkScheduler(settings.Threads));

    public TypedTuneRows Prepare(Matrix matrix) => TypedTuneRows.Of(matrix, settings.Levels);

    public FittedRandomForestRegressor Fit(TypedTuneRows train) =>
        new RandomForestRegressor { Trees = settings.Trees, MaxFeatures = settings.MaxFeatures, Seed = settings.Seed }.Fit(train.Features, train.Numbers, _context);

    public double[] Predict(FittedRandomForestRegressor forest, TypedTuneRows test) => forest.Predict(test.Features, _context);
}
