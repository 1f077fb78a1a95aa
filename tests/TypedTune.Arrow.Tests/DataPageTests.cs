using Apache.Arrow;
using TypedTune.Learning.Tests.Data;

namespace TypedTune.Arrow.Tests;

/// <summary>The code of <c>docs/data.md</c>.</summary>
public sealed class DataPageTests
{
    [Fact]
    public void ArrowFile_IsReadAsThePageSays()
    {
        string path = Path.GetTempFileName();
        ArrowFile.Write(new Table<Trip>([new Trip(1, "a"), new Trip(2, "b")]), path);

        #region arrow
        Table<Trip> trips = ArrowFile.Read<Trip>(path); // pandas: frame.to_feather(path)
        using RecordBatch batch = trips.ToRecordBatch(); // for other libraries, and batch.ToTable<Trip>() back
        ArrowFile.Write(trips, path); // pandas.read_feather(path)
        #endregion

        Assert.Equal([new Trip(1, "a"), new Trip(2, "b")], ArrowFile.Read<Trip>(path));
        Assert.Equal(2, batch.Length);
        File.Delete(path);
    }
}
