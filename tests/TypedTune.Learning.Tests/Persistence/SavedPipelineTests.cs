using TypedTune.Contracts;
using TypedTune.Learning.Tests.Searching;

namespace TypedTune.Learning.Tests.Persistence;

/// <summary>A pipeline on rows: nested pipelines, categories, clusters and a forest in one file.</summary>
public sealed class SavedPipelineTests : PersistentModelContract<PlotModel.Fitted>
{
    private static readonly Table<Plot> Rows = Plot.Many(60);

    [Fact]
    public void Manifest_HasTheColumnsOfTheRowType()
    {
        var manifest = ModelManifest.Read(new MemoryStream(Saved()));

        Assert.Equal("TypedTune.Learning.Tests.Searching.PlotModel", manifest.ModelName);
        Assert.Equal(["East: Real", "North: Real", "Rain: optional Real", "Soil: Category", "Yield: target, Real"], manifest.Columns.Select(column => column.ToString()));
    }

    [Fact]
    public void TenThousandDamagedFiles_AreAllRefused()
    {
        byte[] saved = Saved();
        int loaded = 0;
        for (int i = 0; i < 10_000; i++)
        {
            var random = Seed.Of(25).Derive(i).Stream();
            byte[] damaged = i % 2 == 0 ? [.. saved] : saved[..random.NextBelow(saved.Length)];
            if (i % 2 == 0)
                damaged[random.NextBelow(saved.Length)] ^= (byte)(1 << random.NextBelow(8));
            try
            {
                PlotModel.Fitted.Load(new MemoryStream(damaged));
                loaded++;
            }
            catch (ModelFileException)
            {
                // As it should be.
            }
        }

        Assert.Equal(0, loaded);
    }

    protected override PlotModel.Fitted Create() => new PlotModel { Forest = new() { Trees = 3, MaxDepth = 4, Seed = 2 } }.Fit(Rows);

    protected override IEnumerable<object?> Answers(PlotModel.Fitted model) =>
        [model.Configuration, .. model.Features.FeatureNames, .. Numbers.Of(model.Predict(Rows)), .. model.FeatureImportances.ByOriginalColumn().Cast<object?>()];

    private byte[] Saved()
    {
        using var stream = new MemoryStream();
        Create().Save(stream);
        return stream.ToArray();
    }
}
